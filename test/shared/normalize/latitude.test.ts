import { latitude } from '../../../shared/normalize/latitude'

test.each<[value: unknown, expected: number | undefined]>([
  ['43.656900', 43.6569],
  ['-71.096000', -71.096],
  ['+43.5', 43.5],
  [' 43.5 ', 43.5],
  [43.6569, 43.6569],
])('latitude(%p) is %p', (value, expected) => expect(latitude(value)).toBe(expected))

test.each<[value: unknown, expected: number | undefined, reason: string]>([
  [0, 0, 'on the equator'],
  [-0, 0, 'JSON has no −0'],
  ['0.000000', 0, 'on the equator'],
  ['-0.0', 0, 'JSON has no −0'],
  [90, 90, 'the most there is'],
  [-90, -90, 'the least there is'],
  ['90', 90, 'the most there is'],
  ['-90.000000', -90, 'the least there is'],
  [90.000001, undefined, 'beyond 90 degrees'],
  [-90.000001, undefined, 'beyond 90 degrees'],
  ['90.1', undefined, 'beyond 90 degrees'],
  ['-90.1', undefined, 'beyond 90 degrees'],
  [1000, undefined, 'beyond 90 degrees'],
  ['43.65N', undefined, 'a letter'],
  ['43°39′', undefined, 'degrees and minutes'],
  ['4.3e1', undefined, 'an exponent'],
  ['43,65', undefined, 'a decimal comma'],
  ['north', undefined, 'a word'],
  [2 ** 53, undefined, 'beyond 90 degrees'],
  [2 ** 53 + 2, undefined, 'beyond 90 degrees'],
  [1e300, undefined, 'beyond 90 degrees'],
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
])('latitude(%p) is %p: %s', (value, expected) => expect(latitude(value)).toBe(expected))

test('a string of over 8,192 bytes is unreadable, whatever it says', () => {
  expect(latitude(`${'0'.repeat(8192)}5`)).toBe(undefined)
})
