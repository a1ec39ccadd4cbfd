import type { InspectedEvent } from '../../../build/inspection'
import { type Around, type Body, guest, inspector, onlyEvent, short } from './inspection-run'

const inspect = inspector({ eventAliases: { VISIT: 'Check-In' }, mappings: {} })
const only = onlyEvent(inspect)

describe('the type of an event', () => {
  const cases: [string, Body, Around, Partial<InspectedEvent['type']> & { at: string | null }][] = [
    [
      'its name',
      { event: 'check in' },
      {},
      { sent: 'check in', event: 'Check-In', knownAs: 'name', at: 'event:event' },
    ],
    [
      'an alias',
      { data: { type: 'Recharge' } },
      {},
      { sent: 'Recharge', event: 'Recharge Value', knownAs: 'alias', at: 'event:data.type' },
    ],
    [
      'a configured alias',
      { transaction: { eventName: ['Visit'] } },
      {},
      { sent: 'Visit', event: 'Check-In', knownAs: 'eventAliases', at: 'event:transaction.eventName[0]' },
    ],
    [
      'the URL',
      {},
      { query: 'event=CHECK_IN' },
      { sent: 'CHECK_IN', event: 'Check-In', knownAs: 'name', at: 'url:event' },
    ],
    [
      'the first text of two',
      { event: 5, type: 'Referral' },
      {},
      { sent: 'Referral', event: 'Referral', knownAs: 'name', at: 'event:type' },
    ],
    [
      'no event that is known',
      { type: 'No Such Event' },
      {},
      { sent: 'No Such Event', event: null, knownAs: null, emittedAs: null, at: 'event:type' },
    ],
    [
      'an unknown event that is tracked',
      { type: 'No Such Event' },
      { settings: { unknownEvents: 'track' } },
      { sent: 'No Such Event', event: null, knownAs: null, emittedAs: 'No Such Event', at: 'event:type' },
    ],
    [
      'none',
      { store: { type: 'Check-In' } },
      {},
      { sent: null, event: null, knownAs: null, emittedAs: null, at: null },
    ],
    [
      'one that is renamed',
      { event: 'VISIT' },
      { settings: { eventNames: { 'Check-In': 'Hello' } } },
      { sent: 'VISIT', event: 'Check-In', knownAs: 'eventAliases', emittedAs: 'Hello', at: 'event:event' },
    ],
  ]
  test.each(cases)('is %s', async (_, body, around, { at, ...expected }) => {
    const { type } = await only({ accountId: '5', ...body }, around)
    const { origin, ...told } = type
    expect(told).toEqual({ emittedAs: told.event, ...expected })
    expect(origin && short(origin)).toBe(at)
  })
})

describe('the userId', () => {
  const all = ['userId', 'accountId', 'externalAccountCode', 'username', 'email', 'printedCardNumber']
  const cases: [string, Body, string[], string | null, string[]][] = [
    [
      'is of the first source',
      { userId: 'G-1', accountId: 5 },
      ['userId', 'accountId'],
      'G-1',
      ['userId used event:userId'],
    ],
    [
      'passes over what is absent',
      { accountId: 5 },
      ['userId', 'accountId'],
      '5',
      ['userId absent', 'accountId used event:accountId'],
    ],
    [
      "passes over what is nobody's",
      { user_id: '000', accountId: 5 },
      ['userId', 'accountId'],
      '5',
      ["userId nobody's event:user_id", 'accountId used event:accountId'],
    ],
    ['passes over what is unreadable', { userId: 2 ** 53, cardNumber: '6' }, ['userId'], null, ['userId unreadable']],
    [
      'passes over what is too long',
      { userId: `a${'"'.repeat(5000)}`, cardNumber: '6' },
      ['userId'],
      null,
      ['userId too long event:userId'],
    ],
    [
      'is of the card at last',
      { card: { cardNumber: '60-1' } },
      all,
      '601',
      [...all.slice(0, 5).map((one) => `${one} absent`), 'printedCardNumber used event:card.cardNumber'],
    ],
  ]
  test.each(cases)('%s', async (_, body, userIdFrom, userId, sources) => {
    const { identity } = await only({ event: 'Check-In', ...body }, { settings: { userIdFrom } })
    expect(identity.userId).toBe(userId)
    const told = identity.sources.map(({ source, verdict, origins }) =>
      [source, verdict, ...origins.map(short)].join(' '),
    )
    expect(told).toEqual(sources)
  })

  test.each<[string, Body, string]>([
    ['card', { accountId: 5, cardNumber: '6' }, 'event:cardNumber'],
    ['account', { accountId: 5, email: 'a@b.co' }, 'event:accountId'],
    ['email', { fields: { email: 'A@b.co' }, phone: '1' }, 'event:fields.email'],
    ['phone', { guest: { mobilePhone: ['207-555-0142'] } }, 'event:guest.mobilePhone[0]'],
  ])('gives way to an anonymousId of the %s', async (kind, body, origin) => {
    const { identity } = await only({ event: 'Check-In', ...body }, { settings: { userIdFrom: ['userId'] } })
    expect(identity.anonymousId).toMatch(/^[0-9a-f-]{36}$/)
    expect([identity.userId, identity.anonymousOf?.kind, identity.anonymousOf?.origins.map(short)]).toEqual([
      null,
      kind,
      [origin],
    ])
  })
})

test('what JSON text says has its places, too', async () => {
  const details = { accountId: '5', wallets: JSON.stringify([{ code: 1, balance: 2, colour: 'red' }]) }
  const { found, remainder } = await only({ event: 'Check-In', data: JSON.stringify(details) })
  const origins = new Map(found.map(({ property, origins }) => [property, origins.map(short)]))
  expect([origins.get('account_id'), origins.get('wallets_info')]).toEqual([
    ['event:data.accountId'],
    ['event:data.wallets'],
  ])
  expect(remainder.unused.map(({ path, listDepth }) => [path, listDepth])).toEqual([['data.wallets[0].colour', 1]])
})

describe('a rejected event', () => {
  test('shows what it would be emitted with', async () => {
    const event = await only({ type: 'No Such Event', firstName: ' Dana', wallets: { 1: 2 }, x: 1, amount: 3 })
    expect(event.rejection).toMatch(/^event\[0\]\.type: expected a Paytronix event type, received "No Such Event"/)
    expect(event.found.map(({ property, value, origins }) => [property, value, origins.map(short)])).toEqual([
      ['first_name', 'Dana', ['event:firstName']],
      ['wallets_info', { 1: 2 }, ['event:wallets']],
      ['all_wallets_info', [{ wallet_code: '1', balance: 2 }], ['event:wallets']],
      ['flat_wallets_info', { '1_balance': 2 }, ['event:wallets']],
      [null, 2, ['event:wallets']],
    ])
    expect(event.remainder.unused.map(({ path, why }) => [path, why])).toEqual([
      ['amount', 'read of Recharge Value only'],
      ['x', null],
    ])
    expect(event.calls).toEqual([])
  })

  test('has a kept call when it is kept, and is rejected all the same', async () => {
    const { status, events: inspected } = await inspect([guest, { event: 'Check-In' }], {
      settings: { keepBodies: 'rejected' },
    })
    expect(status).toBe('ok')
    expect(
      inspected.map(({ rejection, calls }) => [rejection === null, calls.map(({ event = null }) => event)]),
    ).toEqual([
      [true, [null, 'Check-In']],
      [false, ['Paytronix Event Rejected']],
    ])
  })

  test('that is no object is told by itself', async () => {
    const { events: inspected, misshapen } = await inspect([1, guest])
    expect(inspected.map(({ index }) => index)).toEqual([1])
    expect(misshapen).toEqual([{ index: 0, rejection: 'event[0]: expected an object, received a number' }])
  })
})

test.each<[string, unknown, string]>([
  ['no object or list', 5, 'body: expected a JSON object or array, received a number'],
  ['an empty list', [], 'body: expected at least one event, received an empty array'],
])('a body that is %s has no events and a reason', async (_, body, message) => {
  expect(await inspect(body)).toEqual({
    status: 'rejected',
    error: { name: 'InvalidEventPayload', message },
    events: [],
    misshapen: [],
    envelope: { used: [], unused: [], neverEmitted: [] },
    warnings: [],
  })
})

test('a secret is not asked for', async () => {
  expect(await inspect(guest, { settings: { sharedSecret: 's' } })).toMatchObject({ status: 'ok' })
})

test('nothing of one inspection is left for the next', async () => {
  const first = await inspect(guest)
  await inspect([5])
  expect(await inspect(guest)).toEqual(first)
})
