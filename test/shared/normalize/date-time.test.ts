import { dateTime as read, readableOtherWay } from '../../../shared/normalize/date-time'

const dateTime = (value: unknown) => read(value, { dateOrder: 'mdy' })

const day = Date.UTC(2025, 6, 18)
const eastern = -4 * 3_600_000

/** The wall-clock times that the spellings of the reference carry, each as far as it is precise. */
const toTheMinute = Date.UTC(2025, 6, 18, 19, 4)
const toTheSecond = Date.UTC(2025, 6, 18, 19, 4, 32)
const toTheMillisecond = Date.UTC(2025, 6, 18, 19, 4, 32, 118)
const fourHoursLater = Date.UTC(2025, 6, 18, 23, 4, 32)

test.each<[value: string, wallTime: number | undefined, zone: number | undefined]>([
  ['2025-07-18T19:04:32-0400', toTheSecond, eastern],
  ['2025-07-18T19:04:32.118-0400', toTheMillisecond, eastern],
  ['2025-07-18T19:04:32.000-04:00', toTheSecond, eastern],
  ['2025-07-18T23:04:32.000Z', fourHoursLater, 0],
  ['2025-07-18 19:04:32 -0400', toTheSecond, eastern],
  ['2025-07-18 23:04:32 +0000', fourHoursLater, 0],
  ['2025-07-18T19:04 -0400', toTheMinute, eastern],
  ['2025-07-18 19:04:32-04:00', toTheSecond, eastern],
  ['2025-07-18 19:04-04:00', toTheMinute, eastern],
  ['2025-07-18T19:04:32.118 -04:00', toTheMillisecond, eastern],
  ['20250718T190432-0400', toTheSecond, eastern],
  ['20250718T1904 -0400', toTheMinute, eastern],
  ['20250718 190432.118 -04:00', toTheMillisecond, eastern],
  ['Fri Jul 18 19:04:32 -0400 2025', toTheSecond, eastern],
  ['Fri Jul 18 19:04 -0400 2025', toTheMinute, eastern],
  ['Fri, 18 Jul 25 19:04:32 -0400', toTheSecond, eastern],
  ['Fri, 18 Jul 25 19:04:32.118 -0400', toTheMillisecond, eastern],
  ['2025-07-18T19:04:32', toTheSecond, undefined],
  ['2025-07-18T19:04:32.118', toTheMillisecond, undefined],
  ['2025-07-18 19:04', toTheMinute, undefined],
  ['2025-07-18 19:04:32', toTheSecond, undefined],
  ['2025-07-18 19:04:32.118', toTheMillisecond, undefined],
  ['20250718T190432', toTheSecond, undefined],
  ['20250718T190432.118', toTheMillisecond, undefined],
  ['20250718T1904', toTheMinute, undefined],
  ['Fri Jul 18 19:04:32 2025', toTheSecond, undefined],
  ['Fri Jul 18 19:04 2025', toTheMinute, undefined],
  ['Fri, 18 Jul 25 19:04:32', toTheSecond, undefined],
  ['Fri, 18 Jul 25 19:04', toTheMinute, undefined],
  ['2025-07-18', undefined, undefined],
  ['20250718', undefined, undefined],
  [' 2025-07-18 19:04:32 -0400 ', toTheSecond, eastern],
])('every spelling of the reference is read: %p', (value, wallTime, zone) => {
  expect(dateTime(value)).toEqual({ day, wallTime, zone })
})

const central = -6 * 3_600_000
const newYork = 'America/New_York'

test.each<[value: unknown, wallTime: number | undefined, zone: number | string | undefined]>([
  // Separators, and digits without a leading zero.
  ['2025/07/18 19:04:32', toTheSecond, undefined],
  ['2025.07.18 19:04:32', toTheSecond, undefined],
  ['2025-7-18 19:04', toTheMinute, undefined],
  ['2025-07-18  19:04', toTheMinute, undefined],
  ['2025-07-18t19:04z', toTheMinute, 0],
  ['2025-07-18T19:04:32,118', toTheMillisecond, undefined],
  ['20250718190432', toTheSecond, undefined],
  ['20250718190432Z', toTheSecond, 0],
  ['20250718190432.118-0400', toTheMillisecond, eastern],
  // The American order.
  ['07/18/2025 19:04:32', toTheSecond, undefined],
  ['7/18/2025 7:04:32 PM', toTheSecond, undefined],
  ['7/18/2025, 7:04:32 PM', toTheSecond, undefined],
  ['7-18-2025 7:04pm', toTheMinute, undefined],
  ['7/18/2025 7:04:32 p.m.', toTheSecond, undefined],
  ['7/18/2025 7:04:32\u202fPM', toTheSecond, undefined],
  ['7/18/2025 7:04:32 PM EDT', toTheSecond, eastern],
  // Only one order gives a day.
  ['18/7/2025 19:04', toTheMinute, undefined],
  ['18.07.2025 19:04:32', toTheSecond, undefined],
  ['18-07-2025 19:04:32', toTheSecond, undefined],
  // Names of months.
  ['Jul 18, 2025 7:04:32 PM', toTheSecond, undefined],
  ['Jul 18, 2025, 7:04:32 PM', toTheSecond, undefined],
  ['July 18, 2025 at 7:04:32 PM EDT', toTheSecond, eastern],
  ['JULY 18 2025 19:04', toTheMinute, undefined],
  ['18-Jul-2025 19:04:32', toTheSecond, undefined],
  ['18/Jul/2025 19:04:32', toTheSecond, undefined],
  ['18.Jul.2025 19:04:32', toTheSecond, undefined],
  ['18 Jul 2025 19:04:32 GMT', toTheSecond, 0],
  ['18 July, 2025 19:04', toTheMinute, undefined],
  ['2025-Jul-18 19:04', toTheMinute, undefined],
  ['Friday, July 18, 2025 7:04:32 PM', toTheSecond, undefined],
  ['Friday, July 18 2025 19:04:32', toTheSecond, undefined],
  ['Fri, 18 Jul 2025 19:04:32 -0400 (EDT)', toTheSecond, eastern],
  ['Fri 7/18/2025 19:04', toTheMinute, undefined],
  ['Fri Jul 18 2025 19:04:32 GMT-0400 (Eastern Daylight Time)', toTheSecond, eastern],
  ['Jul 18 19:04:32 2025', toTheSecond, undefined],
  ['Fri Jul 18 19:04:32 EDT 2025', toTheSecond, eastern],
  ['Fri Jul 18 19:04:32 GMT-04:00 2025', toTheSecond, eastern],
  ['Fri Jul  18 19:04:32 2025', toTheSecond, undefined],
  // Zones.
  ['2025-07-18T19:04:32  -0400', toTheSecond, eastern],
  ['2025-07-18T19:04:32 UTC', toTheSecond, 0],
  ['2025-07-18T19:04:32 EDT', toTheSecond, eastern],
  ['2025-07-18T19:04:32 EST', toTheSecond, -5 * 3_600_000],
  ['2025-07-18T19:04:32 CST', toTheSecond, central],
  ['2025-07-18T19:04:32 GMT-4', toTheSecond, eastern],
  ['2025-07-18T19:04:32 UTC-04:00', toTheSecond, eastern],
  ['2025-07-18T19:04:32 America/New_York', toTheSecond, newYork],
  ['2025-07-18T19:04:32[America/New_York]', toTheSecond, newYork],
  ['2025-07-18T19:04:32-04:00[America/New_York]', toTheSecond, eastern],
  ['2025-07-18T23:04:32Z[UTC]', fourHoursLater, 0],
  ['7/18/2025 7:04 PM America/New_York', toTheMinute, newYork],
  // What MongoDB wraps.
  [{ $date: '2025-07-18T23:04:32Z' }, fourHoursLater, 0],
  // Days without a time.
  ['Fri Jul 18 2025', undefined, undefined],
  ['Friday, July 18, 2025', undefined, undefined],
  ['7/18/2025', undefined, undefined],
])('other spellings are read, too: %p', (value, wallTime, zone) => {
  expect(dateTime(value)).toEqual({ day, wallTime, zone })
})

test.each<[clock: string, hours: number]>([
  ['12:00 AM', 0],
  ['1:00 AM', 1],
  ['11:00 am', 11],
  ['12:00 PM', 12],
  ['1:00 pm', 13],
  ['11:00 PM', 23],
  ['24:00', 24],
  ['24:00:00.000', 24],
])('%s is %i hours after midnight', (clock, hours) => {
  expect(dateTime(`2025-07-18 ${clock}`)?.wallTime).toBe(day + hours * 3_600_000)
})

test.each<[value: string]>([['2025-07-18 18:59:60'], ['2025-07-18T19:00:00']])(
  'second 60 is the next second: %s',
  (value) => {
    expect(dateTime(value)?.wallTime).toBe(Date.UTC(2025, 6, 18, 19))
  },
)

test.each<[zone: string, hours: number]>([
  ['Z', 0],
  ['GMT', 0],
  ['EST', -5],
  ['EDT', -4],
  ['CST', -6],
  ['CDT', -5],
  ['MST', -7],
  ['MDT', -6],
  ['PST', -8],
  ['PDT', -7],
  ['AKST', -9],
  ['AKDT', -8],
  ['HST', -10],
])('%s is %i hours east of UTC', (zone, hours) => {
  // Adding zero: of zero hours there is only one.
  expect(dateTime(`2025-07-18 19:04 ${zone}`)?.zone).toBe(hours * 3_600_000 + 0)
})

test.each<[value: string, mdy: string, dmy: string, reason: string]>([
  ['7/8/2025', '2025-07-08', '2025-08-07', 'both orders give a day'],
  ['7.8.2025 19:04', '2025-07-08', '2025-08-07', 'both orders give a day'],
  ['18/7/2025', '2025-07-18', '2025-07-18', 'there is no month 18'],
  ['7/18/2025', '2025-07-18', '2025-07-18', 'there is no month 18'],
  ['2025-07-08', '2025-07-08', '2025-07-08', 'the year comes first'],
])('%s is %s month first, %s day first: %s', (value, mdy, dmy) => {
  const dayOf = (dateOrder: 'mdy' | 'dmy') => new Date(read(value, { dateOrder })?.day ?? 0).toISOString().slice(0, 10)
  expect([dayOf('mdy'), dayOf('dmy')]).toEqual([mdy, dmy])
})

test.each<[value: unknown, expected: boolean, reason: string]>([
  ['7/8/2025', true, 'both orders give a day'],
  ['07.08.2025 19:04', true, 'both orders give a day'],
  ['7/7/2025', false, 'both orders give the same day'],
  ['18/7/2025', false, 'there is no month 18'],
  ['2025-07-08', false, 'the year comes first'],
  ['soon', false, 'no order gives a day'],
  [7, false, 'a number is no date'],
])('readableOtherWay(%p) is %p: %s', (value, expected) => expect(readableOtherWay(value)).toBe(expected))

test.each<[fraction: string, milliseconds: number]>([
  ['.1', 100],
  ['.11', 110],
  ['.118', 118],
  ['.1189', 118],
  ['.118999999', 118],
  ['.999999999', 999],
  ['.000000001', 0],
])('a fraction is cut to milliseconds, not rounded: %s', (fraction, milliseconds) => {
  const wallTime = toTheSecond + milliseconds
  expect(dateTime(`2025-07-18T19:04:32${fraction}-0400`)).toEqual({ day, wallTime, zone: eastern })
})

test.each<[written: string, minutes: number]>([
  ['Z', 0],
  ['+0000', 0],
  ['+05:30', 330],
  ['+0545', 345],
  ['-0330', -210],
  ['+10:30', 630],
  ['+14:00', 840],
  ['-1200', -720],
])('the offset %s is %i minutes east of UTC', (written, minutes) => {
  expect(dateTime(`2025-07-18T19:04:32${written}`)?.zone).toBe(minutes * 60_000)
})

test.each<[name: string, month: number]>(
  ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map((name, month) => [
    name,
    month,
  ]),
)('%s is a month', (name, month) => {
  expect(dateTime(`Tue, 03 ${name} 26 10:00:00`)?.day).toBe(Date.UTC(2026, month, 3))
})

test.each<[value: string, year: number]>([
  ['Sat, 01 Jan 00 10:00:00', 2000],
  ['Fri, 01 Jan 27 10:00:00', 2027],
  ['Thu, 01 Jan 70 10:00:00', 2070],
  ['Thu, 01 Jan 99 10:00:00', 2099],
])('a year of two digits is of this century: %s', (value, year) => {
  expect(dateTime(value)?.day).toBe(Date.UTC(year, 0, 1))
})
