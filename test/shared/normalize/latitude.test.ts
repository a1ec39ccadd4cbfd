import { latitude } from '../../../shared/normalize/latitude'
import { degreeRows } from './degrees'

test.each<[value: unknown, expected: number | undefined]>([
  ['43.656900', 43.6569],
  ['-71.096000', -71.096],
  ['+43.5', 43.5],
  [' 43.5 ', 43.5],
  [43.6569, 43.6569],
])('latitude(%p) is %p', (value, expected) => expect(latitude(value)).toBe(expected))

test.each(degreeRows(90))('latitude(%p) is %p: %s', (value, expected) => expect(latitude(value)).toBe(expected))

test('a string of over 8,192 bytes is unreadable, whatever it says', () => {
  expect(latitude(`${'0'.repeat(8192)}5`)).toBe(undefined)
})
