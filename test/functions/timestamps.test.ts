import type { Members } from './property-run'
import { sender, wholeCalls } from './run'

const send = sender()
const somebody = { eventType: 'Check-In', userId: 'U-1', firstName: 'Dana' }

/** The time of an event's calls, which all have the same. */
async function timeOf(event: Members, settings: Members = {}) {
  const outcome = await send({ ...somebody, ...event }, { settings })
  expect(outcome).toMatchObject({ status: 'ok', errors: [] })
  const [identify, track, ...more] = wholeCalls(outcome)
  expect(more).toEqual([])
  expect(identify?.timestamp).toBe(track?.timestamp)
  for (const call of wholeCalls(outcome)) expect(call).not.toHaveProperty('sentAt')
  return { timestamp: track?.timestamp, warnings: outcome.warnings }
}

const read = (timestamp: string) => ({ timestamp, warnings: [] })
const unread = {
  timestamp: undefined,
  warnings: [expect.stringMatching(/^event\[0\]\.timestamp: expected [^;]+, received [^;]+; left out$/)],
}

const names = [
  'timestamp',
  'eventTime',
  'eventDatetime',
  'eventTimestamp',
  'occurredAt',
  'transactionDatetime',
  'checkinTime',
  'datetime',
  'dateTime',
  'posTransactionDatetime',
]
const first = '2025-07-18T01:00:00.000Z'
const second = '2025-07-18T02:00:00.000Z'

describe('the time is found', () => {
  const hosts: [string, (members: Members) => Members][] = [
    ['at the top', (members) => members],
    ['in the wrapper data', (data) => ({ data })],
    ['in the wrapper payload', (payload) => ({ payload })],
    ['in the wrapper message', (message) => ({ message })],
    ['in the wrapper attributes', (attributes) => ({ attributes })],
    ['in the wrapper event', (event) => ({ event })],
    ['in properties', (properties) => ({ properties })],
    ['in properties of the wrapper', (properties) => ({ data: { properties } })],
    ['in transaction', (transaction) => ({ transaction })],
    ['in transaction of the wrapper', (transaction) => ({ data: { transaction } })],
    ['in headerInfo', (headerInfo) => ({ headerInfo })],
    ['in headerInfo of the wrapper', (headerInfo) => ({ data: { headerInfo } })],
    ['in chargeResponse', (chargeResponse) => ({ chargeResponse })],
  ]
  test.each(hosts)('%s, under every name', async (_, host) => {
    for (const name of names) expect(await timeOf(host({ [name]: first }))).toEqual(read(first))
  })

  test.each([
    'event_time',
    'EventTime',
    'eventtime',
    'occurred_at',
    'Occurred_At',
    'transaction_datetime',
    'pos_transaction_datetime',
  ])('under %s', async (name) => expect(await timeOf({ [name]: first })).toEqual(read(first)))

  test.each(
    names
      .filter((name) => name !== 'dateTime')
      .slice(1)
      .map((name, index) => [names[index] ?? '', name] as const),
  )('under %s before %s', async (one, other) =>
    expect(await timeOf({ [other]: second, [one]: first })).toEqual(read(first)),
  )

  test('outside before inside, whatever the names', async () => {
    const places = [{ posTransactionDatetime: first }, { data: { datetime: second } }]
    expect(await timeOf(Object.assign({}, ...places))).toEqual(read(first))
    const order: Members[] = [
      { datetime: first },
      { properties: { timestamp: second } },
      { transaction: { timestamp: second } },
      { headerInfo: { timestamp: second } },
      { chargeResponse: { timestamp: second } },
    ]
    expect(await timeOf(Object.assign({}, ...order))).toEqual(read(first))
    expect(await timeOf(Object.assign({}, ...order.slice(1), { properties: { datetime: first } }))).toEqual(read(first))
    expect(await timeOf(Object.assign({}, ...order.slice(2), { transaction: { datetime: first } }))).toEqual(
      read(first),
    )
    expect(await timeOf(Object.assign({}, ...order.slice(3), { headerInfo: { datetime: first } }))).toEqual(read(first))
  })

  test.each(['traits', 'guest', 'account', 'store', 'card', 'survey', 'metadata'])('not in %s', async (place) => {
    expect(await timeOf({ [place]: { timestamp: first } })).toEqual({ timestamp: undefined, warnings: [] })
  })

  test.each(['sentAt', 'receivedAt', 'createdAt', 'time', 'date', 'expirationTime', 'deliveredAt'])(
    'not under %s',
    async (name) => {
      expect((await timeOf({ [name]: first })).timestamp).toBeUndefined()
    },
  )

  test('in the first that can be read, with one warning about the others', async () => {
    expect(await timeOf({ timestamp: 'soon', eventTime: {}, datetime: first })).toEqual({ ...unread, timestamp: first })
    expect(await timeOf({ timestamp: '2025-07-18', headerInfo: { datetime: first } })).toEqual({
      ...unread,
      timestamp: first,
    })
    expect(await timeOf({ timestamp: ' ', eventTime: null, occurredAt: '', datetime: first })).toEqual(read(first))
  })

  test('of two spellings in one object, only under the alphabetically first', async () => {
    expect(await timeOf({ Timestamp: 'soon', timestamp: second, datetime: first })).toEqual({
      ...unread,
      timestamp: first,
    })
  })

  test('in a list of one', async () => expect(await timeOf({ timestamp: [first] })).toEqual(read(first)))
})

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

describe('the envelope’s time', () => {
  const timesOf = async (body: unknown) => {
    const outcome = await send(body, { settings: { identify: 'never' } })
    expect(outcome).toMatchObject({ status: 'ok', errors: [] })
    return { times: wholeCalls(outcome).map(({ timestamp }) => timestamp), warnings: outcome.warnings }
  }

  test.each(names)('%s is that of events without one', async (name) => {
    const body = {
      [name]: first,
      events: [somebody, { ...somebody, datetime: second }, { data: somebody, headerInfo: { datetime: second } }],
    }
    expect(await timesOf(body)).toEqual({ times: [first, second, second], warnings: [] })
  })

  test('is not that of an event whose own is unreadable', async () => {
    const { times, warnings } = await timesOf({ timestamp: first, events: [{ ...somebody, checkinTime: 'soon' }] })
    expect({ times, warnings }).toEqual({ ...{ times: [undefined] }, warnings: unread.warnings })
  })

  test('is that of an event whose own is blank', async () => {
    expect(await timesOf({ timestamp: first, events: [{ ...somebody, checkinTime: ' ' }] })).toEqual({
      times: [first],
      warnings: [],
    })
  })

  test('that cannot be read is none, and each event warns of it', async () => {
    const { times, warnings } = await timesOf({ timestamp: 'soon', events: [somebody, { ...somebody, n: 1 }] })
    expect(times).toEqual([undefined, undefined])
    expect(warnings).toEqual(
      [0, 1].map((index) => expect.stringMatching(new RegExp(`^event\\[${index}\\]\\.timestamp: `))),
    )
  })
})
