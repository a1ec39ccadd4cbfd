import { date as read } from '../../../shared/normalize/date'
import { noTimeRows } from './no-text'

const date = (value: unknown) => read(value, { dateOrder: 'mdy' })

test.each<[value: string, expected: string]>([
  ['2025-07-18', '2025-07-18'],
  ['20250718', '2025-07-18'],
  [' 1990-02-28 ', '1990-02-28'],
])('date(%p) is %p', (value, expected) => expect(date(value)).toBe(expected))

test.each<[value: string, expected: string, reason: string]>([
  ['2024-02-29', '2024-02-29', 'a leap year'],
  ['2000-02-29', '2000-02-29', 'a century that is a leap year'],
  ['1899-12-31', '1899-12-31', 'no year is too early'],
  ['2999-12-31', '2999-12-31', 'no year is too late'],
  ['0050-01-01', '0050-01-01', 'four digits are the whole year'],
  ['2025-7-18', '2025-07-18', 'no leading zero'],
  ['2025/07/18', '2025-07-18', 'slashes'],
  ['2025.07.18', '2025-07-18', 'points'],
  ['07/18/2025', '2025-07-18', 'the American order'],
  ['18.07.2025', '2025-07-18', 'there is no month 18'],
  ['Jul 18 2025', '2025-07-18', 'the name of a month'],
])('date(%p) is %p: %s', (value, expected) => expect(date(value)).toBe(expected))

test.each<[value: string]>([
  ['2025-07-18T23:59:59-0400'],
  ['2025-07-18T00:00:00.000Z'],
  ['2025-07-18 00:00:00 +1400'],
  ['2025-07-18 23:59'],
  ['20250718T190432'],
  ['Fri Jul 18 19:04:32 -0400 2025'],
  ['Fri, 18 Jul 25 19:04:32'],
])('the day of a date-time is the day as written: %p', (value) => expect(date(value)).toBe('2025-07-18'))

test.each<[value: unknown, reason: string]>([
  ['2025-02-29', 'no leap year'],
  ['2100-02-29', 'a century that is no leap year'],
  ['1900-02-29', 'a century that is no leap year'],
  ['2025-06-31', 'June has 30 days'],
  ['2025-04-31', 'April has 30 days'],
  ['2025-13-01', 'there is no month 13'],
  ['2025-00-10', 'there is no month 0'],
  ['2025-07-00', 'there is no day 0'],
  ['2025-07-32', 'no month has 32 days'],
  ['0000-00-00', 'what databases write for none'],
  ['0000-03-08', 'there is no year 0'],
  ['2025/07-18', 'two kinds of separators'],
  ['18-Jul-25', 'two digits have no century'],
  ['Fri, 18 Jul 25', 'two digits have no century without a time'],
  ['20250631', 'June has 30 days'],
  ['20251301', 'there is no month 13'],
  ['07/2031', 'no day'],
  ['2025-07', 'no day'],
  ['2025', 'no month'],
  ['250718', 'two digits have no century'],
  ['2025-0718', 'one separator of two'],
  ['2025-07-18 -0400', 'a zone without a time'],
  ['2025-07-18Z', 'a zone without a time'],
  ['2025-07-18T', 'no time after the T'],
  ['2025-07-18T25:00:00', 'there is no hour 25'],
  ['-2025-07-18', 'a sign'],
  ['+002025-07-18', 'a year of six digits'],
  ['12025-07-18', 'a year of five digits'],
  ['２０２５-07-18', 'digits of another width'],
  ['today', 'a word'],
  ['', 'blank'],
  [' ', 'blank'],
  ...noTimeRows('2025-07-18'),
])('%p is no date: %s', (value) => expect(date(value)).toBe(undefined))

test('a string of over 8,192 bytes is unreadable, whatever it says', () => {
  expect(date(`${' '.repeat(9000)}2025-07-18`)).toBe(undefined)
})
