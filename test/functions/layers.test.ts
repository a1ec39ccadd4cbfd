import type { Members } from './property-run'
import { sender, tracksOf } from './run'

const send = sender()
const outsideWarning = (name: string) =>
  `event[0].${name}: expected it in the event itself, received one around it; left out`

/** Whom each event of a body is about, what its track call says, and what is warned of. */
async function read(body: unknown, settings: Members = {}) {
  const outcome = await send(body, { settings: { identify: 'never', ...settings } })
  expect(outcome).toMatchObject({ status: 'ok', errors: [] })
  const tracks = tracksOf(outcome).map(({ userId, properties }) => ({ userId, ...properties }))
  return { tracks, warnings: outcome.warnings }
}

/** The user id of the one event. */
async function userOf(body: unknown): Promise<unknown> {
  const { tracks } = await read(body)
  expect(tracks).toHaveLength(1)
  return tracks[0]?.userId
}

const type = 'Check-In'
const guest = { type, userId: 'U-1' }

describe('an event may stand in a wrapper', () => {
  test.each([
    ...['data', 'payload', 'detail', 'body', 'attributes', 'message', 'notification', 'event', 'record', 'object'],
    ...['Data', 'PAYLOAD', '_detail'],
  ])('%s', async (name) => expect(await userOf({ source: 'relay', [name]: guest })).toBe('U-1'))

  test.each<[sentence: string, body: unknown]>([
    ['three levels down', { id: 1, data: { id: 2, payload: { id: 3, detail: guest } } }],
    ['that came as JSON text', { id: 1, data: JSON.stringify(guest) }],
    ['in a list of one that is no list of events', { type, id: 1, detail: [{ userId: 'U-1' }] }],
    ['of any name, when it is the only member', { loyaltyNote: guest }],
    ['of any name, in one of any name', { note: { member: guest } }],
    ['whose type stands around it', { type, data: { userId: 'U-1' } }],
    ['of the first name, when two hold one', { payload: { type, userId: 'U-2' }, data: guest }],
    ['that tells of the event, after one that does not', { attributes: { a: 1 }, message: guest }],
  ])('%s', async (_, body) => expect(await userOf(body)).toBe('U-1'))

  test.each<[sentence: string, body: unknown]>([
    ['four levels down', { id: 1, data: { id: 2, data: { id: 3, data: { id: 4, data: guest } } } }],
    ['of another name beside something', { id: 1, loyaltyNote: guest }],
    ['named store, though alone', { store: guest }],
    ['named location, though alone', { location: guest }],
    ['named referral, though alone', { referral: guest }],
    ['of a name that is never emitted, though alone', { metadata: guest }],
  ])('but not %s', async (_, body) => {
    expect(await send(body)).toMatchObject({ error: { name: 'EventNotSupported' }, calls: [] })
  })
})

describe('outside never gives the guest', () => {
  const own = { type, accountId: 'A-1' }
  test.each<[sentence: string, around: Members, name: string]>([
    ['a user id', { userId: 'admin' }, 'user_id'],
    ['another account id', { accountId: 'A-9' }, 'account_id'],
  ])('%s is warned of once', async (_, around, name) => {
    const { tracks, warnings } = await read({ ...around, data: own })
    expect(tracks).toEqual([{ userId: 'A-1', account_id: 'A-1' }])
    expect(warnings).toEqual([outsideWarning(name)])
  })

  test.each<[sentence: string, around: Members]>([
    ['an e-mail and a phone', { email: 'admin@example.com', phone: '2075550142' }],
    ['a name, an opt-in and a birthday', { firstName: 'Kim', optIn: true, birthday: '1990-01-01' }],
    ['a section', { guest: { firstName: 'Kim' }, user: { email: 'kim@example.com' } }],
    ['an address, a tier and a card template', { addresses: [{ city: 'Bath' }], tierCode: 1, cardTemplateCode: 2 }],
    ['wallets', { wallets: { 1: 5 }, details: [{ code: 1, balance: 5 }] }],
    ['an id of the body', { eventId: 'e-1' }],
  ])('%s say nothing', async (_, around) => {
    expect(await send({ ...around, data: own })).toEqual(await send({ data: own }))
  })

  test.each<[sentence: string, around: Members, own: Members, expected: Members]>([
    ['an account id beside a user id', { accountId: 'A-9' }, { userId: 'U-1' }, { userId: 'U-1', account_id: 'A-9' }],
    ['a card beside an account', { printedCardNumber: '0417' }, own, { printed_card_number: '0417' }],
    ['the store', { store: { code: '7' } }, own, { store_code: '7' }],
    [
      'what else it tells',
      { channel: 'POS', merchantId: 5, result: 'ok' },
      own,
      { channel: 'POS', merchant_id: '5', result: 'ok' },
    ],
  ])('but of a single event %s counts', async (_, around, inner, expected) => {
    const { tracks, warnings } = await read({ ...around, data: { type, ...inner } })
    expect(tracks).toEqual([expect.objectContaining(expected)])
    expect(warnings).toEqual([])
  })

  test('of two accounts around it the nearer one counts, and the other is warned of', async () => {
    const body = { accountId: 'A-8', message: { accountId: 'A-9', data: { type, userId: 'U-1' } } }
    const { tracks, warnings } = await read(body)
    expect(tracks).toEqual([{ userId: 'U-1', account_id: 'A-9' }])
    expect(warnings).toEqual([outsideWarning('account_id')])
  })

  test('an unreadable card inside is not replaced by one from outside', async () => {
    const { tracks } = await read({ printedCardNumber: '0417', data: { ...own, printedCardNumber: '****8613' } })
    expect(tracks).toEqual([{ userId: 'A-1', account_id: 'A-1' }])
  })

  test('two stores are not one: of the outer store nothing counts beside a value of the inner', async () => {
    const { tracks } = await read({ store: { code: '7', city: 'Bath' }, data: { ...own, storeName: 'Pier' } })
    expect(tracks).toEqual([{ userId: 'A-1', account_id: 'A-1', store_name: 'Pier' }])
  })

  test.each<[sentence: string, around: Members]>([
    ['the same account id', { accountId: 'A-1', firstName: 'Dana' }],
    ['the same account id in a section', { account: { id: 'A-1' }, firstName: 'Dana' }],
  ])('a layer that holds %s belongs to the event', async (_, around) => {
    const { tracks, warnings } = await read({ ...around, data: own })
    expect(tracks).toEqual([{ userId: 'A-1', account_id: 'A-1', first_name: 'Dana' }])
    expect(warnings).toEqual([])
  })

  test('when nobody inside is named, the layer with an e-mail is the event', async () => {
    const outcome = await send({ userId: 'admin', firstName: 'Kim', data: { type, email: 'dana@example.com' } })
    expect(tracksOf(outcome).map(({ userId, context }) => [userId, context.traits])).toEqual([
      [undefined, { email: 'dana@example.com' }],
    ])
    expect(outcome.warnings).toEqual([outsideWarning('user_id')])
  })

  test('when nothing inside tells of anybody, all layers are the event', async () => {
    const { tracks, warnings } = await read({ userId: 'U-1', firstName: 'Dana', data: { type, optIn: 'N' } })
    expect(tracks).toEqual([{ userId: 'U-1', first_name: 'Dana', email_opt_in: false }])
    expect(warnings).toEqual([])
  })

  test('what is nobody’s names nobody', async () => {
    expect(await userOf({ userId: 'U-1', data: { type, accountId: '0', userId: 'guest' } })).toBe('U-1')
  })
})
