import type { Members } from './property-run'
import { sender, wholeCalls } from './run'
import { read, somebody, timeRun, unread } from './time-run'

const send = sender()
const timeOf = timeRun(send)

const names = [
  'timestamp',
  'eventTime',
  'eventDatetime',
  'eventTimestamp',
  'occurredAt',
  'transactionDatetime',
  'transactionDate',
  'checkinTime',
  'datetime',
  'dateTime',
  'posTransactionDatetime',
  'time',
]
const first = '2025-07-18T01:00:00.000Z'
const second = '2025-07-18T02:00:00.000Z'

describe('the time is found', () => {
  const hosts: [string, (members: Members) => Members][] = [
    ['at the top', (members) => members],
    ['in the wrapper data', (data) => ({ data })],
    ['in the wrapper payload', (payload) => ({ payload })],
    ['in the wrapper message that names the type', (members) => ({ message: { ...members, type: 'Check-In' } })],
    ['in the wrapper attributes that names the guest', (members) => ({ attributes: { ...members, userId: 'U-1' } })],
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

  test('of an inner layer before that of an outer one, and place by place, whatever the names', async () => {
    expect(await timeOf({ timestamp: second, data: { posTransactionDatetime: first } })).toEqual(read(first))
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

  test.each(['sentAt', 'receivedAt', 'expirationTime', 'deliveredAt', 'updatedAt'])('not under %s', async (name) => {
    expect((await timeOf({ [name]: first })).timestamp).toBeUndefined()
  })

  test('in the first that can be read, with one warning about the others', async () => {
    expect(await timeOf({ timestamp: 'soon', eventTime: {}, datetime: first })).toEqual({ ...unread, timestamp: first })
    expect(await timeOf({ timestamp: '2025-07-18', headerInfo: { datetime: first } })).toEqual({
      ...unread,
      timestamp: first,
    })
    expect(await timeOf({ timestamp: ' ', eventTime: null, occurredAt: '', datetime: first })).toEqual(read(first))
  })

  test('of two spellings in one object, under the alphabetically first that can be read', async () => {
    expect(await timeOf({ Timestamp: first, timestamp: second })).toEqual(read(first))
    expect(await timeOf({ TIMESTAMP: 'soon', Timestamp: first, timestamp: second })).toEqual({
      ...unread,
      timestamp: first,
    })
  })

  describe.each(['date', 'submittedAt', 'createdAt', 'created'])('under %s', (name) => {
    test('when nothing else in the event names a time', async () => {
      expect(await timeOf({ [name]: first })).toEqual(read(first))
      expect(await timeOf({ headerInfo: { [name]: first } })).toEqual(read(first))
    })

    test.each([
      ['a good one', { headerInfo: { datetime: second } }, { timestamp: second, warnings: [] }],
      ['an unreadable one', { datetime: 'soon' }, unread],
    ])('not beside %s', async (_, other, expected) => {
      expect(await timeOf({ [name]: first, ...other })).toEqual(expected)
    })
  })

  test('under date before submittedAt, createdAt and created', async () => {
    const names = ['date', 'submittedAt', 'createdAt', 'created']
    for (const [index, name] of names.entries()) {
      const later = Object.fromEntries(names.slice(index + 1).map((one) => [one, second]))
      expect(await timeOf({ ...later, [name]: first })).toEqual(read(first))
    }
  })

  test('in a list of one', async () => expect(await timeOf({ timestamp: [first] })).toEqual(read(first)))
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
