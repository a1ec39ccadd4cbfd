import { sender } from './run'
import { read, timeRun, unread } from './time-run'

const send = sender()
const timeOf = timeRun(send)

const first = '2025-07-18T01:00:00.000Z'
const second = '2025-07-18T02:00:00.000Z'

describe('a time with its offset', () => {
  test.each([
    ['2025-07-18T19:04:32-0400', '2025-07-18T23:04:32.000Z', 'the usual spelling'],
    ['2025-07-18T19:04:32.118-0400', '2025-07-18T23:04:32.118Z', 'milliseconds'],
    ['2025-07-18T19:04:32.000-04:00', '2025-07-18T23:04:32.000Z', 'a colon in the offset'],
    ['2025-07-18T23:04:32.000Z', '2025-07-18T23:04:32.000Z', 'UTC'],
    ['2025-07-18 19:04:32 -0400', '2025-07-18T23:04:32.000Z', 'blanks instead of the T and before the offset'],
    ['2025-07-18 23:04:32 +0000', '2025-07-18T23:04:32.000Z', 'an offset of zero'],
    ['2025-07-18T19:04 -0400', '2025-07-18T23:04:00.000Z', 'no seconds'],
    ['2025-07-18 19:04:32-04:00', '2025-07-18T23:04:32.000Z', 'a blank instead of the T'],
    ['2025-07-18T19:04:32.123456789-0400', '2025-07-18T23:04:32.123Z', 'digits beyond milliseconds are cut'],
    ['2025-07-18T19:04:32.9999-0400', '2025-07-18T23:04:32.999Z', 'a fraction is cut, not rounded'],
    ['2025-07-18T19:04:32.5-0400', '2025-07-18T23:04:32.500Z', 'a fraction of one digit'],
    ['20250718T190432-0400', '2025-07-18T23:04:32.000Z', 'neither dashes nor colons'],
    ['20250718T1904 -0400', '2025-07-18T23:04:00.000Z', 'neither dashes, colons nor seconds'],
    ['20250718 190432-0400', '2025-07-18T23:04:32.000Z', 'a blank instead of the T'],
    ['Fri Jul 18 19:04:32 -0400 2025', '2025-07-18T23:04:32.000Z', 'the year at the end'],
    ['Fri, 18 Jul 25 19:04:32 -0400', '2025-07-18T23:04:32.000Z', 'a year of two digits'],
    ['  2025-07-18T19:04:32-0400\n', '2025-07-18T23:04:32.000Z', 'white space around it'],
    ['2025-07-18T23:04:32+05:30', '2025-07-18T17:34:32.000Z', 'east of UTC, by half an hour more'],
    ['2025-01-01T00:30:00+14:00', '2024-12-31T10:30:00.000Z', 'the year before in UTC'],
    ['2024-02-29T23:59:59-0100', '2024-03-01T00:59:59.000Z', 'a leap day, the next month in UTC'],
  ])('%j is %s, whatever the zone: %s', async (written, expected) => {
    for (const timeZone of ['', 'UTC', 'Asia/Tokyo'])
      expect(await timeOf({ timestamp: written }, { timeZone })).toEqual(read(expected))
  })
})

describe('a time without an offset', () => {
  test.each([
    ['2025-07-18T19:04:32', '2025-07-18T23:04:32.000Z', 'the usual spelling'],
    ['2025-07-18T19:04:32.118', '2025-07-18T23:04:32.118Z', 'milliseconds'],
    ['2025-07-18 19:04', '2025-07-18T23:04:00.000Z', 'no seconds'],
    ['2025-07-18 19:04:32', '2025-07-18T23:04:32.000Z', 'a blank instead of the T'],
    ['2025-07-18 19:04:32.118', '2025-07-18T23:04:32.118Z', 'a blank, and milliseconds'],
    ['20250718T190432', '2025-07-18T23:04:32.000Z', 'neither dashes nor colons'],
    ['Fri Jul 18 19:04:32 2025', '2025-07-18T23:04:32.000Z', 'the year at the end'],
    ['Fri, 18 Jul 25 19:04:32', '2025-07-18T23:04:32.000Z', 'a year of two digits'],
    ['2025-01-18 19:04:32', '2025-01-19T00:04:32.000Z', 'in winter, five hours behind'],
  ])('%j is New York’s: %s, %s', async (written, expected) =>
    expect(await timeOf({ timestamp: written })).toEqual(read(expected)),
  )

  test.each([
    ['UTC', '2025-07-18T19:04:32', '2025-07-18T19:04:32.000Z', 'no offset'],
    ['America/Los_Angeles', '2025-07-18T19:04:32', '2025-07-19T02:04:32.000Z', 'in summer, seven hours behind'],
    ['Europe/London', '2025-07-18T19:04:32', '2025-07-18T18:04:32.000Z', 'in summer, an hour ahead'],
    ['Europe/London', '2025-01-18T19:04:32', '2025-01-18T19:04:32.000Z', 'in winter, as UTC'],
    ['Asia/Kolkata', '2025-07-18T19:04:32', '2025-07-18T13:34:32.000Z', 'half an hour off'],
    ['America/Phoenix', '2025-07-18T19:04:32', '2025-07-19T02:04:32.000Z', 'no summer time there'],
    ['Pacific/Kiritimati', '2025-07-18T00:00:00', '2025-07-17T10:00:00.000Z', 'the day before in UTC'],
  ])('is that of %s: %s is %s, %s', async (timeZone, written, expected) => {
    expect(await timeOf({ timestamp: written }, { timeZone })).toEqual(read(expected))
  })

  test.each([
    ['before the skipped hour', '2025-03-09T01:59:59', '2025-03-09T06:59:59.000Z'],
    ['in the skipped hour moves forward', '2025-03-09T02:30:00', '2025-03-09T07:30:00.000Z'],
    ['at its beginning moves forward', '2025-03-09T02:00:00', '2025-03-09T07:00:00.000Z'],
    ['after the skipped hour', '2025-03-09T03:00:00', '2025-03-09T07:00:00.000Z'],
    ['before the repeated hour', '2025-11-02T00:59:59', '2025-11-02T04:59:59.000Z'],
    ['in the repeated hour is the first', '2025-11-02T01:30:00', '2025-11-02T05:30:00.000Z'],
    ['at its end is the first', '2025-11-02T01:59:59', '2025-11-02T05:59:59.000Z'],
    ['after the repeated hour', '2025-11-02T02:00:00', '2025-11-02T07:00:00.000Z'],
  ])('%s', async (_, written, expected) => expect(await timeOf({ timestamp: written })).toEqual(read(expected)))

  test.each([
    ['Australia/Lord_Howe', '2025-10-05T02:15:00', '2025-10-04T15:45:00.000Z', 'half an hour moves forward'],
    ['Australia/Lord_Howe', '2025-04-06T01:45:00', '2025-04-05T14:45:00.000Z', 'of a repeated half hour the first'],
    ['Europe/London', '2025-03-30T01:30:00', '2025-03-30T01:30:00.000Z', 'an hour moves forward'],
    ['Europe/London', '2025-10-26T01:30:00', '2025-10-26T00:30:00.000Z', 'of a repeated hour the first'],
  ])('in a gap or overlap of %s, %s is %s: %s', async (timeZone, written, expected) => {
    expect(await timeOf({ timestamp: written }, { timeZone })).toEqual(read(expected))
  })
})

describe('an epoch number', () => {
  test.each<[epoch: number, expected: string | undefined, reason: string]>([
    [1752879872118, '2025-07-18T23:04:32.118Z', 'thirteen digits are milliseconds'],
    [1752879872, '2025-07-18T23:04:32.000Z', 'ten digits are seconds'],
    [1752879872.118, '2025-07-18T23:04:32.118Z', 'decimals of a second'],
    [946684800, '2000-01-01T00:00:00.000Z', 'the first second that is read'],
    [946684800000, '2000-01-01T00:00:00.000Z', 'the first millisecond that is read'],
    [4133980799, '2100-12-31T23:59:59.000Z', 'the last second that is read'],
    [4133980799999, '2100-12-31T23:59:59.999Z', 'the last millisecond that is read'],
    [100000000000, undefined, 'the smallest number of milliseconds, in 1973'],
    [99999999999, undefined, 'the largest number of seconds, far after 2100'],
    [946684799, undefined, 'a second before the first'],
    [946684799999, undefined, 'a millisecond before the first'],
    [4133980800, undefined, 'a second after the last'],
    [4133980800000, undefined, 'a millisecond after the last'],
    [0, undefined, 'what programs write for none'],
    [-1752879872, undefined, 'before 1970'],
    [1, undefined, 'in 1970'],
    [20250718, undefined, 'a day in digits, but in 1970 as a number'],
    [1e300, undefined, 'too large, and no date in its digits'],
    [2 ** 53, undefined, 'too large, and no date in its digits'],
  ])('%d is %s, also as text: %s', async (epoch, expected) => {
    const outcome = expected === undefined ? unread : read(expected)
    expect(await timeOf({ timestamp: epoch })).toEqual(outcome)
    if (!String(epoch).includes('e')) expect(await timeOf({ timestamp: ` ${epoch} ` })).toEqual(outcome)
  })
})

describe('no time', () => {
  test.each<[timestamp: unknown, reason: string]>([
    ['2025-07-18', 'a day without a time'],
    ['20250718', 'a day without a time'],
    ['07/2031', 'a month without a day'],
    ['7/18/25 19:04', 'two digits have no century'],
    ['2025-07-18T25:00:00Z', 'hour 25'],
    ['2025-07-18T19:60:00Z', 'minute 60'],
    ['2025-13-01T00:00:00Z', 'month 13'],
    ['2025-06-31T00:00:00Z', '31 June'],
    ['2025-02-29T00:00:00Z', '29 February of no leap year'],
    ['2025-00-10T00:00:00Z', 'month 0'],
    ['2025-07-18T19:04:32+25:00', 'an offset of 25 hours'],
    ['2025-07-18T19:04:32X', 'a letter that is no zone'],
    ['2025-07-18T', 'no time after the T'],
    ['19:04:32', 'a time without a day'],
    ['yesterday', 'a word'],
    ['NaN:NaN', 'no number'],
    ['1e12', 'an exponent'],
    ['0x1234567890', 'not in the decimal system'],
    ['1999-12-31T23:59:59.999Z', 'before 2000'],
    ['2101-01-01T00:00:00Z', 'after 2100'],
    ['0000-00-00T00:00:00Z', 'what databases write for none'],
    ['9999-12-31T23:59:59Z', 'what databases write for never'],
    [true, 'a boolean'],
    [{ date: first }, 'an object'],
    [[first, second], 'two times'],
    [`2025-07-18T19:04:32.${'0'.repeat(9000)}Z`, 'over 8,192 bytes'],
  ])('is read of %j, and there is a warning: %s', async (timestamp) =>
    expect(await timeOf({ timestamp })).toEqual(unread),
  )

  test.each<unknown>([null, '', '  ', [null], ['']])('is in %j', async (timestamp) => {
    expect(await timeOf({ timestamp })).toEqual({ timestamp: undefined, warnings: [] })
  })

  test('is made of the clock', async () => {
    expect(await timeOf({})).toEqual({ timestamp: undefined, warnings: [] })
  })

  test.each([
    ['1999-12-31T19:00:00', '2000-01-01T00:00:00.000Z', 'the first instant, still 1999 in New York'],
    ['2000-01-01T00:00:00Z', '2000-01-01T00:00:00.000Z', 'the first instant'],
    ['2100-12-31T23:59:59.999Z', '2100-12-31T23:59:59.999Z', 'the last instant'],
  ])('would be wrong at the edge: %s is %s, %s', async (timestamp, expected) =>
    expect(await timeOf({ timestamp })).toEqual(read(expected)),
  )
})
