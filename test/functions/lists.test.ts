import { builtWith, type Members, propertiesOf } from './property-run'
import { sender, tracksOf } from './run'

const send = sender()
const type = 'Check-In'
const guests = [
  { type, userId: 'U-1' },
  { type, userId: 'U-2' },
]

/** The user ids of the events of a body. */
async function usersOf(body: unknown): Promise<unknown> {
  const outcome = await send(body)
  expect(outcome).toMatchObject({ status: 'ok', warnings: [] })
  return tracksOf(outcome).map(({ userId }) => userId)
}

describe('a list of events', () => {
  const both = ['U-1', 'U-2']
  test.each([
    ...['events', 'batch', 'notifications', 'records', 'data', 'payload', 'body', 'message', 'Events', 'RECORDS'],
  ])('may stand under %s', async (name) => expect(await usersOf({ [name]: guests, note: 1 })).toEqual(both))

  test.each<[sentence: string, body: unknown]>([
    ['alone', guests],
    ['in a list', [guests]],
    ['each in a list', guests.map((guest) => [guest])],
    ['in a wrapper', { id: 1, payload: { id: 2, events: guests } }],
    ['as JSON text', { events: JSON.stringify(guests) }],
    ['each as JSON text', { events: guests.map((guest) => JSON.stringify(guest)) }],
    ['by whole numbers', { events: { 10: guests[1], 2: guests[0] } }],
    ['each in a wrapper', { records: guests.map((guest) => ({ messageId: 'm', body: guest })) }],
    ['whose items name guests only', { type, events: [{ userId: 'U-1' }, { userId: 'U-2' }] }],
    ['beside an empty one', { events: [], batch: guests }],
  ])('may stand %s', async (_, body) => expect(await usersOf(body)).toEqual(both))

  test.each<[sentence: string, body: Members]>([
    ['an empty list', { events: [] }],
    ['a list of texts', { events: ['a'] }],
    ['a list of details', { data: [{ code: 1 }, { code: 2 }] }],
    ['a list of named people beside a named guest', { data: [{ accountId: 5 }, { accountId: 6 }] }],
    ['a list of another name', { items: guests }],
  ])('is not %s', async (_, body) => expect(await usersOf({ ...body, type, userId: 'U-9' })).toEqual(['U-9']))
})

describe('what stands around a list', () => {
  test('gives its events type, time, merchant, channel and store, and nothing else', async () => {
    const counts = { timestamp: '2025-07-18T19:04:32Z', merchantId: 7, channel: 'POS', store: { code: '0042' } }
    const not = {
      accountId: 9,
      printedCardNumber: '0417',
      result: 'x',
      wallets: { 1: 5 },
      transactionId: 5,
      firstName: 'Kim',
    }
    const outcome = await send({ type, ...counts, ...not, events: [{ type, userId: 'U-1' }] })
    expect(tracksOf(outcome)).toEqual([
      expect.objectContaining({
        userId: 'U-1',
        timestamp: '2025-07-18T19:04:32.000Z',
        properties: { merchant_id: '7', channel: 'POS', store_code: '0042' },
      }),
    ])
    expect(outcome.warnings).toEqual([])
  })

  test('comes after what the event says itself', async () => {
    const around = { merchantId: 7, channel: 'POS', store: { code: '1', city: 'Bath' } }
    const own = { merchantId: 8, channel: 'WEB', store: { code: '2' } }
    const [properties] = propertiesOf(await send({ ...around, events: [{ type, userId: 'U-1', ...own }] }))
    expect(properties).toEqual({ merchant_id: '8', channel: 'WEB', store_code: '2' })
  })

  test('belongs to each event when none of them names anybody, its own id aside', async () => {
    const event = { type, eventId: 'e-1' }
    const body = (eventId: string) => ({ userId: 'U-1', eventId, firstName: 'Dana', result: 'ok', events: [event] })
    const outcome = await send(body('b-1'))
    expect(tracksOf(outcome)).toEqual([
      expect.objectContaining({ userId: 'U-1', properties: { first_name: 'Dana', result: 'ok' } }),
    ])
    expect(await send(body('b-2'))).toEqual(outcome)
  })

  test('belongs to none when one of them names somebody', async () => {
    const outcome = await send({ userId: 'U-1', events: [{ type }, { type, email: 'dana@example.com' }] })
    expect(tracksOf(outcome).map(({ userId }) => userId)).toEqual([undefined])
    expect(outcome.errors).toEqual([
      'event[0].identity: expected a user id, card, account, e-mail or phone, received no identity',
    ])
  })
})

describe('the configuration says where', () => {
  const plain = { eventAliases: {}, mappings: {} }
  const listed = builtWith({ ...plain, body: { events: 'envelope.rows', event: 'Note.Member' } })
  const users = async (body: unknown) => {
    const outcome = await listed({ body: JSON.stringify(body) })
    return { status: outcome.status, users: tracksOf(outcome).map(({ userId }) => userId) }
  }
  const notes = guests.map(({ userId }) => ({ id: 1, note: { type, member: { userId } } }))

  test.each<[sentence: string, body: unknown, users: string[]]>([
    ['a list along a path, in any spelling', { id: 1, Envelope: { ROWS: notes } }, ['U-1', 'U-2']],
    ['a list of what names nobody by the usual names', { envelope: { rows: notes.slice(0, 1) } }, ['U-1']],
    ['a body without the path is read as usual', guests[0], ['U-1']],
    ['a list of events elsewhere is found as usual', { events: guests }, ['U-1', 'U-2']],
    ['an event along a path, without a list', notes[0], ['U-1']],
  ])('%s', async (_, body, expected) => expect(await users(body)).toEqual({ status: 'ok', users: expected }))
})
