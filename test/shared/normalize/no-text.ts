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

/** What is no text, though it may stand for a time or hold one as written, and why. */
export function noTimeRows(written: string): [value: unknown, reason: string][] {
  return [
    [20250718, 'a number'],
    [1752879872118, 'a number'],
    [0, 'a number'],
    [-0, 'a number'],
    [1e300, 'a number'],
    [2 ** 53, 'a number'],
    [2 ** 53 + 2, 'a number'],
    [Number.NaN, 'no number'],
    [Number.POSITIVE_INFINITY, 'no number'],
    [null, 'nothing'],
    [undefined, 'nothing'],
    [true, 'a boolean'],
    [[], 'a list'],
    [[written], 'a list'],
    [{}, 'an object'],
    [{ date: written }, 'an object'],
    [new Date(0), 'no value of JSON'],
  ]
}
