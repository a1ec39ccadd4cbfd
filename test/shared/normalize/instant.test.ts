import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { instant as read } from '../../../shared/normalize/instant'

const instant = (value: unknown, timeZone: string) => read(value, { timeZone, dateOrder: 'mdy' })

const newYork = 'America/New_York'

/** The spellings of the reference: each is this moment, as far as it is precise. */
const minute = '2025-07-18T23:04:00.000Z'
const second = '2025-07-18T23:04:32.000Z'
const millisecond = '2025-07-18T23:04:32.118Z'

const spellings: [value: unknown, expected: string][] = [
  ['2025-07-18T19:04:32-0400', second],
  ['2025-07-18T19:04:32.118-0400', millisecond],
  ['2025-07-18T19:04:32.000-04:00', second],
  ['2025-07-18T23:04:32.000Z', second],
  ['2025-07-18 19:04:32 -0400', second],
  ['2025-07-18 23:04:32 +0000', second],
  ['2025-07-18T19:04 -0400', minute],
  ['2025-07-18 19:04:32-04:00', second],
  ['20250718T190432-0400', second],
  ['20250718T1904 -0400', minute],
  ['Fri Jul 18 19:04:32 -0400 2025', second],
  ['Fri, 18 Jul 25 19:04:32 -0400', second],
  ['2025-07-18T19:04:32', second],
  ['2025-07-18T19:04:32.118', millisecond],
  ['2025-07-18 19:04', minute],
  ['2025-07-18 19:04:32', second],
  ['2025-07-18 19:04:32.118', millisecond],
  ['20250718T190432', second],
  ['Fri Jul 18 19:04:32 2025', second],
  ['Fri, 18 Jul 25 19:04:32', second],
  [1752879872118, millisecond],
]

const others: [value: unknown, expected: string | undefined, reason: string][] = [
  ['2025-07-18T23:04:32-00:00', second, 'an offset of zero, written as a negative one'],
  [20250718190432, second, 'fourteen digits are a date, not an epoch number'],
  ['20250718190432', second, 'fourteen digits are a date'],
  ['/Date(1752879872118)/', millisecond, 'milliseconds, as .NET writes them'],
  ['/Date(1752879872118-0400)/', millisecond, 'the offset is for people only'],
  ['/Date(1752879872000+0000)/', second, 'the offset is for people only'],
  [{ $date: 1752879872118 }, millisecond, 'milliseconds, as MongoDB wraps them'],
  [{ $date: '2025-07-18T23:04:32Z' }, second, 'text, as MongoDB wraps it'],
  [{ $date: { $numberLong: '1752879872118' } }, millisecond, 'digits, as MongoDB wraps them'],
  ['7/18/2025 7:04:32 PM', second, 'the American order'],
  ['Fri Jul 18 2025 19:04:32 GMT-0400 (Eastern Daylight Time)', second, 'as JavaScript writes it'],
  ['2025-07-18 16:04:32 PDT', second, 'an abbreviated zone'],
  ['2025-07-18T18:04:32[America/Chicago]', second, 'a zone in brackets'],
  ['2025-07-19 00:04:32 Europe/London', second, 'the name of a zone'],
  ['2025-07-18', undefined, 'a day without a time'],
  ['20250718', undefined, 'a day without a time'],
  ['07/2031', undefined, 'a month without a day'],
]

test.each(spellings)('in New York %p is %p', (value, expected) => expect(instant(value, newYork)).toBe(expected))

test.each(others)('in New York %p is %p: %s', (value, expected) => expect(instant(value, newYork)).toBe(expected))

test.each<[zone: string, expected: string]>([
  ['UTC', '2025-07-18T19:04:32.000Z'],
  ['America/New_York', '2025-07-18T23:04:32.000Z'],
  ['America/Los_Angeles', '2025-07-19T02:04:32.000Z'],
  ['Asia/Kolkata', '2025-07-18T13:34:32.000Z'],
  ['Asia/Kathmandu', '2025-07-18T13:19:32.000Z'],
  ['Australia/Lord_Howe', '2025-07-18T08:34:32.000Z'],
  ['Pacific/Kiritimati', '2025-07-18T05:04:32.000Z'],
])('without an offset the time is local to %s', (zone, expected) => {
  expect(instant('2025-07-18T19:04:32', zone)).toBe(expected)
  expect(instant('2025-07-18T19:04:32-0400', zone)).toBe(second)
  expect(instant(1752879872118, zone)).toBe(millisecond)
})

test.each<[value: string, expected: string, reason: string]>([
  ['2025-11-02 00:59:59', '2025-11-02T04:59:59.000Z', 'before the repeated hour'],
  ['2025-11-02 01:00', '2025-11-02T05:00:00.000Z', 'where the repeated hour begins'],
  ['2025-11-02 01:59:59', '2025-11-02T05:59:59.000Z', 'where the repeated hour ends'],
  ['2025-11-02 01:30 -0500', '2025-11-02T06:30:00.000Z', 'in the second of the two hours, as the offset says'],
  ['2025-11-02 02:00', '2025-11-02T07:00:00.000Z', 'after the repeated hour'],
  ['2025-03-09 01:59:59', '2025-03-09T06:59:59.000Z', 'before the skipped hour'],
  ['2025-03-09 02:00', '2025-03-09T07:00:00.000Z', 'where the skipped hour begins'],
  ['2025-03-09 02:30', '2025-03-09T07:30:00.000Z', 'within the skipped hour'],
  ['2025-03-09 03:00', '2025-03-09T07:00:00.000Z', 'after the skipped hour'],
  ['2025-01-18 19:04:32', '2025-01-19T00:04:32.000Z', 'in winter'],
])('a repeated hour means the first, a skipped one moves forward: %s is %s, %s', (value, expected) => {
  expect(instant(value, newYork)).toBe(expected)
})

test.each<[value: unknown, expected: string, reason: string]>([
  [1752879872, second, 'ten digits are seconds'],
  ['1752879872', second, 'ten digits are seconds'],
  [1752879872.118, millisecond, 'decimals of a second'],
  ['1752879872.118', millisecond, 'decimals of a second'],
  ['1752879872118', millisecond, 'thirteen digits are milliseconds'],
  [' 1752879872118 ', millisecond, 'blanks around it'],
  [1752879872118.9, millisecond, 'decimals of a millisecond are cut'],
  ['1752879872118.9', millisecond, 'decimals of a millisecond are cut'],
  ['1752879872.118000000', millisecond, 'decimals of a second'],
  ['\t      1752879872118      \n', millisecond, 'blanks around it'],
  ['          1752879872          ', second, 'blanks around it'],
  [946684800, '2000-01-01T00:00:00.000Z', 'the first second that is read'],
  ['946684800', '2000-01-01T00:00:00.000Z', 'the first second that is read'],
  [946684800000, '2000-01-01T00:00:00.000Z', 'the first millisecond that is read'],
  ['0946684800000', '2000-01-01T00:00:00.000Z', 'a leading zero does not count'],
  [4133980799, '2100-12-31T23:59:59.000Z', 'the last second that is read'],
  [4133980799999, '2100-12-31T23:59:59.999Z', 'the last millisecond that is read'],
])('the epoch number %p is %p: %s', (value, expected) => expect(instant(value, newYork)).toBe(expected))

test.each<[value: unknown, zone: string, expected: string | undefined, reason: string]>([
  ['2000-01-01T00:00:00Z', 'UTC', '2000-01-01T00:00:00.000Z', 'the first instant'],
  ['1999-12-31T23:59:59.999Z', 'UTC', undefined, 'a millisecond before the first'],
  ['2000-01-01T00:00:00+0001', 'UTC', undefined, 'a minute before the first, in UTC'],
  ['1999-12-31 19:00', newYork, '2000-01-01T00:00:00.000Z', 'the first instant, in UTC'],
  ['1999-12-31 18:59:59', newYork, undefined, 'a second before the first, in UTC'],
  ['2000-01-01 05:29:59', 'Asia/Kolkata', undefined, 'a second before the first, in UTC'],
  ['2000-01-01 05:30', 'Asia/Kolkata', '2000-01-01T00:00:00.000Z', 'the first instant, in UTC'],
  ['2100-12-31T23:59:59.999Z', 'UTC', '2100-12-31T23:59:59.999Z', 'the last instant'],
  ['2101-01-01T00:00:00Z', 'UTC', undefined, 'a millisecond after the last'],
  ['2100-12-31T23:59:59-0001', 'UTC', undefined, 'a minute after the last, in UTC'],
  ['2100-12-31 18:59:59', newYork, '2100-12-31T23:59:59.000Z', 'in the last second, in UTC'],
  ['2100-12-31 19:00', newYork, undefined, 'after the last, in UTC'],
  ['2100-07-18 19:04:32', newYork, '2100-07-18T23:04:32.000Z', 'in the last year'],
  ['0001-01-01T00:00:00Z', 'UTC', undefined, 'what databases write for none'],
  ['9999-12-31T23:59:59Z', 'UTC', undefined, 'what databases write for never'],
  [946684799, 'UTC', undefined, 'a second before the first'],
  [946684799999, 'UTC', undefined, 'a millisecond before the first'],
  [4133980800, 'UTC', undefined, 'a second after the last'],
  [4133980800000, 'UTC', undefined, 'a millisecond after the last'],
  [99_999_999_999, 'UTC', undefined, 'the largest number of seconds, far after the last'],
  [100_000_000_000, 'UTC', undefined, 'the smallest number of milliseconds, in 1973'],
])('an instant before 2000 or after 2100 is unreadable: %p in %s is %p, %s', (value, zone, expected) => {
  expect(instant(value, zone)).toBe(expected)
})

test.each<[value: string, expected: string]>([
  ['2025-07-18T24:00:00Z', '2025-07-19T00:00:00.000Z'],
  ['2025-12-31T24:00:00Z', '2026-01-01T00:00:00.000Z'],
  ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
  ['1999-12-31T24:00:00Z', '2000-01-01T00:00:00.000Z'],
])('the last second of a day is before the next one: %s is %s', (value, expected) => {
  expect(instant(value, newYork)).toBe(expected)
})

test('day first, where the setting says so', () => {
  const options = { timeZone: 'UTC', dateOrder: 'dmy' } as const
  expect(read('10/03/2025 06:21 PM', options)).toBe('2025-03-10T18:21:00.000Z')
})

test.each<[value: unknown, reason: string]>([
  ['', 'blank'],
  [' ', 'blank'],
  ['now', 'a word'],
  ['0', 'an epoch number before 2000'],
  ['-1752879872', 'a sign'],
  ['+1752879872', 'a sign'],
  ['1752879872.', 'no digit after the point'],
  ['1,752,879,872', 'commas between digits'],
  ['1.752879872e9', 'an exponent'],
  ['0x687ad240', 'not in the decimal system'],
  ['１７５２８７９８７２', 'digits of another width'],
  ['202507181904', 'twelve digits are milliseconds, here of 1976'],
  ['/Date(1752879872118', 'the parenthesis is not closed'],
  ['/Date(soon)/', 'no number within'],
  [{ $date: {} }, 'no number within'],
  [{ date: 1752879872118 }, 'an object as MongoDB writes none'],
  [1752879872118000, 'microseconds'],
  ['2025-06-31T19:04:32Z', 'June has 30 days'],
  ['9'.repeat(400), 'an epoch number after 2100'],
  [0, 'an epoch number before 2000'],
  [-0, 'an epoch number before 2000'],
  [-1752879872, 'an epoch number before 2000'],
  [20250718, 'an epoch number before 2000'],
  [1e300, 'too large, and no date in its digits'],
  [-1e300, 'an epoch number before 2000'],
  [2 ** 53, 'too large, and no date in its digits'],
  [2 ** 53 + 2, 'too large, and no date in its digits'],
  [8.64e15, 'too large, and no date in its digits'],
  [Number.NaN, 'no number'],
  [Number.POSITIVE_INFINITY, 'no number'],
  [Number.NEGATIVE_INFINITY, 'no number'],
  [1752879872118n, 'no number of JSON'],
  [null, 'nothing'],
  [undefined, 'nothing'],
  [true, 'a boolean'],
  [[], 'a list'],
  [[1752879872118], 'a list'],
  [{}, 'an object'],
  [{ seconds: 1752879872 }, 'an object as MongoDB writes none'],
  [new Date(1752879872118), 'no value of JSON'],
])('%p is no instant: %s', (value) => expect(instant(value, newYork)).toBe(undefined))

test.each<[zone: string, januaryOffset: number]>([
  ['UTC', 0],
  ['America/New_York', 300],
  ['Asia/Kolkata', -330],
  ['Pacific/Apia', -780],
])("the machine's zone makes no difference: %s", async (zone, januaryOffset) => {
  const all = [...spellings, ...others]
  const script = `
    const { instant } = require('./shared/normalize/instant.ts')
    const results = ${JSON.stringify(all)}.map(([value]) => instant(value, { timeZone: 'America/New_York', dateOrder: 'mdy' }) ?? null)
    console.log(JSON.stringify([new Date(2025, 0, 1).getTimezoneOffset(), results]))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--require', 'tsx/cjs', '--eval', script], {
    env: { ...process.env, TZ: zone },
  })
  expect(JSON.parse(stdout)).toEqual([januaryOffset, all.map(([, expected]) => expected ?? null)])
})

test.each<[sentence: string, value: string]>([
  [
    'a string of over 8,192 bytes is unreadable, though it says a number between blanks',
    `${' '.repeat(9000)}1752879872118`,
  ],
  ['8,000 digits are no instant', '1'.repeat(8000)],
])('%s', (_, value) => expect(instant(value, newYork)).toBe(undefined))
