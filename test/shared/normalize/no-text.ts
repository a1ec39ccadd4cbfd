/** What is no text, with a code that would be read were it alone, and why. */
export function noTextRows(code: string): [value: unknown, expected: undefined, reason: string][] {
  return [
    ['', undefined, 'blank'],
    [' ', undefined, 'blank'],
    [null, undefined, 'nothing'],
    [undefined, undefined, 'nothing'],
    [840, undefined, 'a number'],
    [Number.NaN, undefined, 'no number'],
    [true, undefined, 'a boolean'],
    [[], undefined, 'a list'],
    [[code], undefined, 'a list'],
    [{}, undefined, 'an object'],
    [{ code }, undefined, 'an object'],
  ]
}
