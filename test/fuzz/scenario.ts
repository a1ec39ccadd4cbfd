import fc from 'fast-check'
import { added, bulk, secrets } from './additions'
import { type Edit, edit } from './edits'
import { copyOf } from './json-tree'
import { marks } from './marks'
import { anySpellingOf, deliveryNames, typeNames } from './names'
import { hostileKey, hostileText, hostileValue } from './values'

/** A body, how it is sent, and how it is delivered again. */
export interface Scenario {
  readonly body: unknown
  /** `payload`: JSON in a form field, as text or parsed. `fields`: the fields of a form. `cut`: incomplete text. */
  readonly sentAs: 'json' | 'payload' | 'parsed payload' | 'fields' | 'cut'
  readonly query: Readonly<Record<string, string>>
  readonly settings: Readonly<Record<string, unknown>>
  /** Chooses the order of keys in the reordered request. */
  readonly order: number
  /** The delivery fields of a second delivery. */
  readonly delivery: Readonly<Record<string, unknown>>
  /** Turns the event into another one. */
  readonly change: Edit
  /** The own ids of this event and of the other one, if they have them. */
  readonly ownIds: readonly [string, string] | undefined
}

const validSettings = fc.record(
  {
    merchantId: fc.constantFrom('90417', ' ', '\ud800'),
    userIdFrom: fc.constantFrom(['email'], ['externalAccountCode', 'username'], ['email', 'accountId'], []),
    timeZone: fc.constantFrom('UTC', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Apia'),
    cardNumber: fc.constantFrom('plain', 'last4', 'hash', 'omit'),
    identify: fc.constantFrom('always', 'profile', 'never'),
    unknownEvents: fc.constantFrom('reject', 'track'),
    keepBodies: fc.constantFrom('none', 'rejected', 'all'),
    orders: fc.constantFrom('off', 'track'),
    dateOrder: fc.constantFrom('mdy', 'dmy'),
    phoneCountryCode: fc.constantFrom('1', '44', 'none'),
    placeholders: fc.constantFrom(['51830427'], ['0057310000248613', 'dana@example.com'], []),
    omit: fc.constantFrom(['birthday', 'address'], ['firstName', 'wallets_info', 'account_id'], ['wallet_1_balance']),
  },
  { requiredKeys: [] },
)

/** Mostly valid settings. With invalid settings every request ends in the same way. */
const settings = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 24, arbitrary: validSettings },
  {
    weight: 2,
    arbitrary: fc.constantFrom({ userIdFrom: ['printedCardNumber'] }, { userIdFrom: ['email'], cardNumber: 'hash' }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      eventNames: fc.dictionary(fc.oneof(fc.constantFrom(...typeNames), hostileKey), hostileText),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ sharedSecret: marks.secret }) },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('timeZone', 'omit', 'identify', 'merchantId'), hostileValue) },
)

const query = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.record({ event: fc.oneof(fc.constantFrom(...typeNames), hostileText) }) },
  { weight: 1, arbitrary: fc.record({ secret: fc.oneof(fc.constant<string>(marks.secret), hostileText) }) },
)

const delivery = fc.dictionary(
  anySpellingOf(deliveryNames),
  fc.oneof(hostileText, fc.integer(), fc.constantFrom<unknown>(null, true, { at: 5 }, [1, 2])),
  { minKeys: 1, maxKeys: 4, noNullPrototype: true },
)

/** Requests with one of these bodies. */
export function scenarioOf(bodies: fc.Arbitrary<unknown>): fc.Arbitrary<Scenario> {
  return fc.record({
    body: fc.tuple(bodies, bulk, secrets).map(([body, more, hidden]) => added(copyOf(body), [more, ...hidden])),
    sentAs: fc.oneof(
      { weight: 16, arbitrary: fc.constant('json' as const) },
      { weight: 1, arbitrary: fc.constantFrom('payload', 'parsed payload', 'fields', 'cut') },
    ),
    query,
    settings,
    order: fc.nat(),
    delivery,
    change: edit,
    ownIds: fc.constantFrom<Scenario['ownIds']>(undefined, undefined, ['e-1', 'e-1'], ['e-1', 'e-2']),
  })
}
