import { birthday } from '../../../shared/normalize/birthday'

test.each<[value: unknown, expected: string]>([
  ['1990-02-28', '1990-02-28'],
  ['1990-2-8', '1990-02-08'],
  ['19900228', '1990-02-28'],
  ['1990/02/28', '1990-02-28'],
  ['02/28/1990', '1990-02-28'],
  ['28.2.1990', '1990-02-28'],
  ['28-Feb-1990', '1990-02-28'],
  ['February 28, 1990', '1990-02-28'],
])('birthday(%p) is %p', (value, expected) => expect(birthday(value, { dateOrder: 'mdy' })).toBe(expected))

test.each<[value: unknown, expected: string, reason: string]>([
  ['19900228000000', '1990-02-28', 'the time does not count'],
  ['1990-02-28T00:00:00Z', '1990-02-28', 'the time does not count'],
  ['1990-02-28T23:30:00-0500', '1990-02-28', 'the day as written, in no other zone'],
  ['1990-02-28 24:00:00', '1990-02-28', 'the day as written, though it ends then'],
  [{ $date: '1990-02-28T00:00:00Z' }, '1990-02-28', 'as MongoDB wraps it'],
  ['1901-01-01', '1901-01-01', 'the first day that is read'],
  ['2050-12-31', '2050-12-31', 'the last day that is read'],
])('birthday(%p) is %p: %s', (value, expected) => expect(birthday(value, { dateOrder: 'mdy' })).toBe(expected))

test('of two readings the setting chooses', () => {
  expect(birthday('11/02/1990', { dateOrder: 'mdy' })).toBe('1990-11-02')
  expect(birthday('11/02/1990', { dateOrder: 'dmy' })).toBe('1990-02-11')
})

test.each<[value: unknown, reason: string]>([
  ['1900-01-01', 'what databases write for none'],
  ['0001-01-01', 'what databases write for none'],
  ['0000-00-00', 'what databases write for none'],
  ['0000-03-08', 'there is no year zero'],
  ['1900-12-31', 'before 1901'],
  ['2051-01-01', 'after 2050'],
  ['08-MAR-91', 'two digits have no century'],
  ['3/8/91', 'two digits have no century'],
  ['Fri, 08 Mar 91 00:00:00', 'in this spelling 91 is 2091'],
  ['1990-02-30', 'no calendar has it'],
  ['02-28', 'no year'],
  [636163200, 'an epoch number tells no day'],
  ['636163200000', 'an epoch number tells no day'],
  ['/Date(636163200000)/', 'an epoch number tells no day'],
  [{ $date: 636163200000 }, 'an epoch number tells no day'],
  [19900228, 'a number is no date'],
  [null, 'nothing'],
])('%p is no birthday: %s', (value) => expect(birthday(value, { dateOrder: 'mdy' })).toBe(undefined))
