import { degrees } from '../../../shared/normalize/degrees'

type DegreeRow = [value: unknown, expected: number | undefined, reason: string]

test.each<[value: unknown, expected: number | undefined]>([
  ['43.656900', 43.6569],
  ['-71.096000', -71.096],
  ['+43.5', 43.5],
  [' 43.5 ', 43.5],
  [43.6569, 43.6569],
])('degrees(%p, 90) is %p', (value, expected) => expect(degrees(value, 90)).toBe(expected))

describe.each([90, 180])('of at most %i', (most) => {
  test.each(degreeRows(most))('degrees(%p) is %p: %s', (value, expected) => expect(degrees(value, most)).toBe(expected))
})

test('a string of over 8,192 bytes is unreadable, whatever it says', () => {
  expect(degrees(`${'0'.repeat(8192)}5`, 90)).toBe(undefined)
})

/** The rows around the most degrees there are, and what is unreadable. */
function degreeRows(most: number): DegreeRow[] {
  const beyond = `beyond ${most} degrees`
  return [
    [0, 0, 'the middle'],
    [-0, 0, 'JSON has no −0'],
    ['0.000000', 0, 'the middle'],
    ['-0.0', 0, 'JSON has no −0'],
    [most, most, 'the most there is'],
    [-most, -most, 'the least there is'],
    [`${most}`, most, 'the most there is'],
    [`-${most}.000000`, -most, 'the least there is'],
    [most + 0.000001, undefined, beyond],
    [-most - 0.000001, undefined, beyond],
    [`${most}.1`, undefined, beyond],
    [`-${most}.1`, undefined, beyond],
    ...[1000, 2 ** 53, 2 ** 53 + 2, 1e300].map((value): DegreeRow => [value, undefined, beyond]),
    ['43.65N', undefined, 'a letter'],
    ['43°39′', undefined, 'degrees and minutes'],
    ['4.3e1', undefined, 'an exponent'],
    ['43,65', undefined, 'a decimal comma'],
    ['north', undefined, 'a word'],
    [Number.NaN, undefined, 'no number'],
    [Number.POSITIVE_INFINITY, undefined, 'no number'],
    [Number.NEGATIVE_INFINITY, undefined, 'no number'],
    ['', undefined, 'blank'],
    [' ', undefined, 'blank'],
    [null, undefined, 'nothing'],
    [undefined, undefined, 'nothing'],
    [true, undefined, 'a boolean'],
    [[], undefined, 'a list'],
    [[43.65], undefined, 'a list'],
    [[43.65, -70.25], undefined, 'a list'],
    [{}, undefined, 'an object'],
  ]
}
