import { sender } from './run'
import { read, timeRun, unread } from './time-run'

const send = sender()
const timeOf = timeRun(send)

const first = '2025-07-18T01:00:00.000Z'
const second = '2025-07-18T02:00:00.000Z'

describe('a time with its offset', () => {
  test.each([
    ['2025-07-18T19:04:32-0400', '2025-07-18T23:04:32.000Z'],
    ['2025-07-18T19:04:32.118-0400', '2025-07-18T23:04:32.118Z'],
    ['2025-07-18T19:04:32.000-04:00', '2025-07-18T23:04:32.000Z'],
    ['2025-07-18T23:04:32.000Z', '2025-07-18T23:04:32.000Z'],
    ['2025-07-18 19:04:32 -0400', '2025-07-18T23:04:32.000Z'],
    ['2025-07-18 23:04:32 +0000', '2025-07-18T23:04:32.000Z'],
    ['2025-07-18T19:04 -0400', '2025-07-18T23:04:00.000Z'],
    ['2025-07-18 19:04:32-04:00', '2025-07-18T23:04:32.000Z'],
    ['2025-07-18T19:04:32.123456789-0400', '2025-07-18T23:04:32.123Z'],
    ['2025-07-18T19:04:32.9999-0400', '2025-07-18T23:04:32.999Z'],
    ['2025-07-18T19:04:32.5-0400', '2025-07-18T23:04:32.500Z'],
    ['20250718T190432-0400', '2025-07-18T23:04:32.000Z'],
    ['20250718T1904 -0400', '2025-07-18T23:04:00.000Z'],
    ['20250718 190432-0400', '2025-07-18T23:04:32.000Z'],
    ['Fri Jul 18 19:04:32 -0400 2025', '2025-07-18T23:04:32.000Z'],
    ['Fri, 18 Jul 25 19:04:32 -0400', '2025-07-18T23:04:32.000Z'],
    ['  2025-07-18T19:04:32-0400\n', '2025-07-18T23:04:32.000Z'],
    ['2025-07-18T23:04:32+05:30', '2025-07-18T17:34:32.000Z'],
    ['2025-01-01T00:30:00+14:00', '2024-12-31T10:30:00.000Z'],
    ['2024-02-29T23:59:59-0100', '2024-03-01T00:59:59.000Z'],
  ])('%j is %s, whatever the zone', async (written, expected) => {
    for (const timeZone of ['', 'UTC', 'Asia/Tokyo'])
      expect(await timeOf({ timestamp: written }, { timeZone })).toEqual(read(expected))
  })
})

describe('a time without an offset', () => {
  test.each([
    ['2025-07-18T19:04:32', '2025-07-18T23:04:32.000Z'],
    ['2025-07-18T19:04:32.118', '2025-07-18T23:04:32.118Z'],
    ['2025-07-18 19:04', '2025-07-18T23:04:00.000Z'],
    ['2025-07-18 19:04:32', '2025-07-18T23:04:32.000Z'],
    ['2025-07-18 19:04:32.118', '2025-07-18T23:04:32.118Z'],
    ['20250718T190432', '2025-07-18T23:04:32.000Z'],
    ['Fri Jul 18 19:04:32 2025', '2025-07-18T23:04:32.000Z'],
    ['Fri, 18 Jul 25 19:04:32', '2025-07-18T23:04:32.000Z'],
    ['2025-01-18 19:04:32', '2025-01-19T00:04:32.000Z'],
  ])('%j is New York’s: %s', async (written, expected) =>
    expect(await timeOf({ timestamp: written })).toEqual(read(expected)),
  )

  test.each([
    ['UTC', '2025-07-18T19:04:32', '2025-07-18T19:04:32.000Z'],
    ['America/Los_Angeles', '2025-07-18T19:04:32', '2025-07-19T02:04:32.000Z'],
    ['Europe/London', '2025-07-18T19:04:32', '2025-07-18T18:04:32.000Z'],
    ['Europe/London', '2025-01-18T19:04:32', '2025-01-18T19:04:32.000Z'],
    ['Asia/Kolkata', '2025-07-18T19:04:32', '2025-07-18T13:34:32.000Z'],
    ['America/Phoenix', '2025-07-18T19:04:32', '2025-07-19T02:04:32.000Z'],
    ['Pacific/Kiritimati', '2025-07-18T00:00:00', '2025-07-17T10:00:00.000Z'],
  ])('is that of %s: %s is %s', async (timeZone, written, expected) => {
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
    ['Australia/Lord_Howe', '2025-10-05T02:15:00', '2025-10-04T15:45:00.000Z'],
    ['Australia/Lord_Howe', '2025-04-06T01:45:00', '2025-04-05T14:45:00.000Z'],
    ['Europe/London', '2025-03-30T01:30:00', '2025-03-30T01:30:00.000Z'],
    ['Europe/London', '2025-10-26T01:30:00', '2025-10-26T00:30:00.000Z'],
  ])('in a gap or overlap of %s, %s is %s', async (timeZone, written, expected) => {
    expect(await timeOf({ timestamp: written }, { timeZone })).toEqual(read(expected))
  })
})

describe('an epoch number', () => {
  test.each([
    [1752879872118, '2025-07-18T23:04:32.118Z'],
    [1752879872, '2025-07-18T23:04:32.000Z'],
    [1752879872.118, '2025-07-18T23:04:32.118Z'],
    [946684800, '2000-01-01T00:00:00.000Z'],
    [946684800000, '2000-01-01T00:00:00.000Z'],
    [4133980799, '2100-12-31T23:59:59.000Z'],
    [4133980799999, '2100-12-31T23:59:59.999Z'],
    [100000000000, undefined],
    [99999999999, undefined],
    [946684799, undefined],
    [946684799999, undefined],
    [4133980800, undefined],
    [4133980800000, undefined],
    [0, undefined],
    [-1752879872, undefined],
    [1, undefined],
    [20250718, undefined],
    [1e300, undefined],
    [2 ** 53, undefined],
  ])('%d is %s, also as text', async (epoch, expected) => {
    const outcome = expected === undefined ? unread : read(expected)
    expect(await timeOf({ timestamp: epoch })).toEqual(outcome)
    if (!String(epoch).includes('e')) expect(await timeOf({ timestamp: ` ${epoch} ` })).toEqual(outcome)
  })
})

describe('no time', () => {
  test.each<unknown>([
    '2025-07-18',
    '20250718',
    '07/2031',
    '7/18/25 19:04',
    '2025-07-18T25:00:00Z',
    '2025-07-18T19:60:00Z',
    '2025-13-01T00:00:00Z',
    '2025-06-31T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2025-00-10T00:00:00Z',
    '2025-07-18T19:04:32+25:00',
    '2025-07-18T19:04:32X',
    '2025-07-18T',
    '19:04:32',
    'yesterday',
    'NaN:NaN',
    '1e12',
    '0x1234567890',
    '1999-12-31T23:59:59.999Z',
    '2101-01-01T00:00:00Z',
    '0000-00-00T00:00:00Z',
    '9999-12-31T23:59:59Z',
    true,
    { date: first },
    [first, second],
    `2025-07-18T19:04:32.${'0'.repeat(9000)}Z`,
  ])('is read of %j, and there is a warning', async (timestamp) => expect(await timeOf({ timestamp })).toEqual(unread))

  test.each<unknown>([null, '', '  ', [null], ['']])('is in %j', async (timestamp) => {
    expect(await timeOf({ timestamp })).toEqual({ timestamp: undefined, warnings: [] })
  })

  test('is made of the clock', async () => {
    expect(await timeOf({})).toEqual({ timestamp: undefined, warnings: [] })
  })

  test.each([
    ['1999-12-31T19:00:00', '2000-01-01T00:00:00.000Z'],
    ['2000-01-01T00:00:00Z', '2000-01-01T00:00:00.000Z'],
    ['2100-12-31T23:59:59.999Z', '2100-12-31T23:59:59.999Z'],
  ])('would be wrong at the edge: %s is %s', async (timestamp, expected) =>
    expect(await timeOf({ timestamp })).toEqual(read(expected)),
  )
})
