import fc from 'fast-check'
import type { SegmentCall } from '../../build/runtime/receipt'
import type { TriedFunction } from './tried-function'

/** Two events of two guests, and somebody else around them: in one list, or in two requests. */
export interface TwoGuests {
  readonly events: readonly [object, object]
  readonly around: object
  /** The name of the list; none for two requests, and an empty name for a list alone. */
  readonly list: string | undefined
}

/** Stands wherever somebody is named who is not the guest. */
const relay = 'R3LAY'

const ids = [1, 2].map((guest) => {
  const card = `005731000024861${guest}`
  return fc.constantFrom(
    ...[
      { accountId: 51830420 + guest },
      { account: { id: 51830420 + guest } },
      { fields: { accountId: `A-${guest}` } },
    ],
    ...[{ userId: `U-${guest}` }, { traits: { userId: `U-${guest}` } }, { properties: { user_id: `U-${guest}` } }],
    ...[
      { printedCardNumber: card },
      { cardInfo: { cardNumber: card } },
      { account: { primaryCard: { cardNumber: card } } },
    ],
    { guest: { accountId: 51830420 + guest, firstName: 'Noor' } },
  )
})

const details = fc.record(
  {
    eventType: fc.constantFrom('Check-In', 'POS Activity', 'Add/Redeem', 'Session Concluded'),
    datetime: fc.constantFrom('2025-10-03T18:21:09-0400', '2025-10-03T18:21:09'),
    store: fc.constantFrom({ code: '0063' }, { name: 'Mill Street' }),
    wallets: fc.constantFrom([{ walletCode: 12, balance: '5' }], { 12: 5 }),
    check: fc.constantFrom({ number: '118', total: '21.40' }),
    eventId: fc.constantFrom('TEMPLATE-1'),
  },
  { requiredKeys: ['eventType'] },
)

/** Somebody else: a relay, an administrator, a cashier. */
const somebodyElse = fc.record(
  {
    userId: fc.constant(relay),
    email: fc.constant(`${relay}@example.com`),
    firstName: fc.constant(relay),
    username: fc.constant(relay),
    user: fc.constantFrom({ userId: relay, firstName: relay }, { email: `${relay}@example.com` }),
    customer: fc.constantFrom({ lastName: relay }, { email: `${relay}@example.com`, phone: '2075550142' }),
    source: fc.constant('crm'),
    merchantId: fc.constant(90417),
  },
  { requiredKeys: ['source'] },
)

const wrappers = fc.array(fc.tuple(fc.constantFrom('data', 'payload', 'detail', 'body'), somebodyElse), {
  maxLength: 3,
})

const [first, second] = ids.map((id) =>
  fc.tuple(details, id, wrappers).map(([own, guest, around]) => {
    const event: object = { ...own, ...guest }
    return around.reduce((inner, [name, outer]) => ({ ...outer, [name]: inner }), event)
  }),
)

/** Pairs of events whose guests must stay two. */
export const twoGuests: fc.Arbitrary<TwoGuests> = fc.record({
  events: fc.tuple(first ?? fc.constant({}), second ?? fc.constant({})),
  around: somebodyElse,
  list: fc.constantFrom(undefined, '', 'events', 'records', 'batch', 'notifications', 'data', 'payload', 'message'),
})

/** What is wrong: one id for two guests, or somebody else who became one. */
export async function mergedGuests({ events, around, list }: TwoGuests, handle: TriedFunction) {
  const listed = list === '' ? events : { ...around, [String(list)]: events }
  const bodies = list === undefined ? events : [listed]
  const calls: SegmentCall[] = []
  for (const body of bodies) {
    const { calls: own, error } = await handle({
      url: '/',
      body: JSON.stringify(body),
      settings: {},
      formBodies: 'text',
    })
    if (error !== null) return `${error.name}: ${error.message}`
    calls.push(...own)
  }
  if (JSON.stringify(calls).includes(relay)) return `somebody else became a guest: ${JSON.stringify(calls)}`
  const tracks = calls.filter(({ type }) => type === 'track')
  const [one, other] = tracks.map(({ userId, anonymousId }) => [userId, anonymousId])
  const isShared = one?.some((id) => id !== undefined && other?.includes(id))
  if (tracks.length !== 2 || isShared) return `two guests share an id: ${JSON.stringify(tracks)}`
  const messageIds = calls.map(({ messageId }) => messageId)
  return new Set(messageIds).size === messageIds.length ? undefined : 'two calls share a message id'
}
