import fc from 'fast-check'
import { bulk, swell } from './bulk'
import { type Edit, edit } from './damage'
import { hostileKey, hostileText, hostileValue } from './hostile-values'
import { copyOf } from './json-tree'
import { marks } from './marks'
import { deliveryNames, respelled, typeNames } from './names'
import { plant, plantings } from './plantings'

/** A body, how it is sent, and how it comes again. */
export interface Scenario {
  readonly body: unknown
  /** `payload` is JSON in a form's field, which arrives as text or parsed; `fields` are a form's; `cut` breaks off. */
  readonly sentAs: 'json' | 'payload' | 'parsed payload' | 'fields' | 'cut'
  readonly query: Readonly<Record<string, string>>
  readonly settings: Readonly<Record<string, unknown>>
  /** A number for the order of keys when the body comes with another one. */
  readonly order: number
  /** The delivery fields of a second delivery. */
  readonly delivery: Readonly<Record<string, unknown>>
  /** What makes another event of it. */
  readonly change: Edit
  /** The events' own ids, the first one's and the other's, when they have any. */
  readonly ownIds: readonly [string, string] | undefined
}

const settings = fc.record(
  {
    merchantId: fc.constantFrom('90417', ' ', '\ud800'),
    userIdFrom: fc.constantFrom(['email'], ['externalAccountCode', 'username'], ['email', 'accountId'], []),
    timeZone: fc.constantFrom('UTC', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Apia'),
    cardNumber: fc.constantFrom('plain', 'last4', 'hash', 'omit'),
    identify: fc.constantFrom('always', 'profile', 'never'),
    unknownEvents: fc.constantFrom('reject', 'track'),
    rejectedEvents: fc.constantFrom('throw', 'track'),
    omit: fc.constantFrom(['birthday', 'address'], ['firstName', 'wallets_info', 'account_id'], ['wallet_1_balance']),
  },
  { requiredKeys: [] },
)

const typeName = fc.oneof(fc.constantFrom(...typeNames), hostileKey)

/** Mostly settings that hold; those that do not end every request alike. */
const anySettings = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 24, arbitrary: settings },
  {
    weight: 2,
    arbitrary: fc.constantFrom({ userIdFrom: ['printedCardNumber'] }, { userIdFrom: ['email'], cardNumber: 'hash' }),
  },
  { weight: 1, arbitrary: fc.record({ eventNames: fc.dictionary(typeName, hostileText) }) },
  { weight: 1, arbitrary: fc.constant({ sharedSecret: marks.secret }) },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('timeZone', 'omit', 'identify', 'merchantId'), hostileValue) },
)

const deliveryValue = fc.oneof(hostileText, fc.integer(), fc.constantFrom<unknown>(null, true, { at: 5 }, [1, 2]))
const delivery = fc
  .array(fc.tuple(fc.constantFrom(...deliveryNames), fc.nat(3), deliveryValue), { minLength: 1, maxLength: 4 })
  .map((fields) => Object.fromEntries(fields.map(([name, style, value]) => [respelled(name, style), value])))

/** Everything about a request whose body is one of these. */
export function scenarioOf(bodies: fc.Arbitrary<unknown>): fc.Arbitrary<Scenario> {
  return fc.record({
    body: fc.tuple(bodies, bulk, plantings).map(([body, more, planted]) => plant(swell(copyOf(body), more), planted)),
    sentAs: fc.oneof(
      { weight: 16, arbitrary: fc.constant('json' as const) },
      { weight: 1, arbitrary: fc.constantFrom('payload', 'parsed payload', 'fields', 'cut') },
    ),
    query: fc.oneof(
      { weight: 6, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: fc.record({ event: fc.oneof(fc.constantFrom(...typeNames), hostileText) }) },
      { weight: 1, arbitrary: fc.record({ secret: fc.oneof(fc.constant<string>(marks.secret), hostileText) }) },
    ),
    settings: anySettings,
    order: fc.nat(),
    delivery,
    change: edit,
    ownIds: fc.constantFrom<Scenario['ownIds']>(undefined, undefined, ['e-1', 'e-1'], ['e-1', 'e-2']),
  })
}
