import { longitude } from '../../../shared/normalize/longitude'

test.each<[value: unknown, expected: number | undefined]>([
  ['43.656900', 43.6569],
  ['-71.096000', -71.096],
  ['+43.5', 43.5],
  [' 43.5 ', 43.5],
  [43.6569, 43.6569],
])('longitude(%p) is %p', (value, expected) => expect(longitude(value)).toBe(expected))

test.each<[value: unknown, expected: number | undefined, reason: string]>([
  [0, 0, 'on the meridian'],
  [-0, 0, 'JSON has no −0'],
  ['0.000000', 0, 'on the meridian'],
  ['-0.0', 0, 'JSON has no −0'],
  [180, 180, 'the most there is'],
  [-180, -180, 'the least there is'],
  ['180', 180, 'the most there is'],
  ['-180.000000', -180, 'the least there is'],
  [180.000001, undefined, 'beyond 180 degrees'],
  [-180.000001, undefined, 'beyond 180 degrees'],
  ['180.1', undefined, 'beyond 180 degrees'],
  ['-180.1', undefined, 'beyond 180 degrees'],
  [1000, undefined, 'beyond 180 degrees'],
  ['43.65N', undefined, 'a letter'],
  ['43°39′', undefined, 'degrees and minutes'],
  ['4.3e1', undefined, 'an exponent'],
  ['43,65', undefined, 'a decimal comma'],
  ['north', undefined, 'a word'],
  [2 ** 53, undefined, 'beyond 180 degrees'],
  [2 ** 53 + 2, undefined, 'beyond 180 degrees'],
  [1e300, undefined, 'beyond 180 degrees'],
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
])('longitude(%p) is %p: %s', (value, expected) => expect(longitude(value)).toBe(expected))

test('a string of over 8,192 bytes is unreadable, whatever it says', () => {
  expect(longitude(`${'0'.repeat(8192)}5`)).toBe(undefined)
})
