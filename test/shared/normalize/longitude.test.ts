import { longitude } from '../../../shared/normalize/longitude'
import { degreeRows } from './degrees'

test.each<[value: unknown, expected: number | undefined]>([
  ['43.656900', 43.6569],
  ['-71.096000', -71.096],
  ['+43.5', 43.5],
  [' 43.5 ', 43.5],
  [43.6569, 43.6569],
])('longitude(%p) is %p', (value, expected) => expect(longitude(value)).toBe(expected))

test.each(degreeRows(180))('longitude(%p) is %p: %s', (value, expected) => expect(longitude(value)).toBe(expected))

test('a string of over 8,192 bytes is unreadable, whatever it says', () => {
  expect(longitude(`${'0'.repeat(8192)}5`)).toBe(undefined)
})
