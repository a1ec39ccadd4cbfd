import * as v from 'valibot'
import type { SegmentCall } from '../../../build/runtime/receipt'
import { events } from '../../../functions/events'
import type { Property } from '../../../shared/declare/property'
import { traitProperties } from '../../../shared/emit/calls'
import { isTooLong } from '../../../shared/json/values'
import { sharedProperties } from '../../../shared/properties'

/** Longer texts are unreadable. */
const text = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.check((value) => !isTooLong(value), 'Text of over 8,192 bytes'),
)
const number = v.pipe(v.number(), v.finite())
const day = v.pipe(v.string(), v.isoDate())
const moment = v.pipe(v.string(), v.isoTimestamp(), v.endsWith('Z'))

/** Empty lists are never sent. */
const listOf = (item: v.GenericSchema) => v.pipe(v.array(item), v.minLength(1))
const mapOf = (value: v.GenericSchema) => v.pipe(v.record(v.string(), value), v.minEntries(1))

const byType = { string: text, number, boolean: v.boolean(), object: mapOf(v.unknown()), array: listOf(v.unknown()) }

const change = v.strictObject({ wallet_code: text, label: v.optional(text), quantity: number })
const wallet = v.strictObject({
  wallet_code: v.optional(text),
  label: v.optional(text),
  balance: v.optional(number),
  scale: v.optional(number),
  wallet_type: v.optional(text),
  giftable: v.optional(v.boolean()),
  expirations: v.optional(listOf(v.strictObject({ amount: v.optional(number), expiration_date: v.optional(day) }))),
})

/** The contents of lists and objects. Declarations do not describe them. */
const inner: Readonly<Record<string, v.GenericSchema>> = {
  wallets_info: mapOf(number),
  all_wallets_info: listOf(wallet),
  flat_wallets_info: v.pipe(
    v.record(v.string(), v.union([text, number])),
    v.check((members) => isByWallet(members)),
  ),
  added_wallets: listOf(change),
  redeemed_wallets: listOf(change),
  survey_answers: listOf(v.strictObject({ question: text, answer: text })),
  address: v.strictObject(
    Object.fromEntries(['street', 'city', 'state', 'postalCode', 'country'].map((name) => [name, v.optional(text)])),
  ),
  expires_at: moment,
  birthday: day,
}

const inTracks = [...sharedProperties, ...events.flatMap(({ properties }) => properties)]
const properties = v.strictObject({
  ...membersOf(inTracks, ({ name }) => name),
  truncated_properties: v.optional(listOf(text)),
})
const rejection = v.strictObject({ reason: text, event_type: v.optional(text), event_index: number, body: v.string() })
const traits = v.pipe(
  v.objectWithRest(
    membersOf(traitProperties, ({ name, trait }) => trait ?? name),
    v.union([text, number]),
  ),
  v.check((members) => isByWallet(members)),
)

const everyCall = {
  ...{ userId: v.optional(text), anonymousId: v.optional(text), messageId: text, timestamp: v.optional(moment) },
  context: v.strictObject({
    library: v.strictObject({ name: text, version: text }),
    externalIds: v.optional(listOf(v.strictObject({ id: text, type: text, collection: text, encoding: text }))),
    traits: v.optional(v.record(v.picklist(['firstName', 'lastName', 'email', 'phone']), text)),
  }),
}
const track = v.strictObject({ ...everyCall, type: v.literal('track'), event: text, properties })
const kept = v.strictObject({ ...everyCall, type: v.literal('track'), event: text, properties: rejection })
const identify = v.strictObject({ ...everyCall, type: v.literal('identify'), traits })

/** The problem with the types of a call, if any. */
export function wrongTypes(call: SegmentCall): string | undefined {
  const schema = call.type === 'identify' ? identify : call.event === 'Paytronix Event Rejected' ? kept : track
  const { issues } = v.safeParse(schema, call)
  return issues?.map((issue) => `${v.getDotPath(issue) ?? 'call'}: ${issue.message}`).join('; ')
}

/** Members of the declared types. Each one is optional. */
function membersOf(properties: readonly Property[], nameOf: (property: Property) => string) {
  return Object.fromEntries(
    properties.map((property) => [nameOf(property), v.optional(inner[property.name] ?? byType[property.type])]),
  )
}

/** For every code, a wallet's balance is a number and its label is a text. */
function isByWallet(members: object): boolean {
  return Object.entries(members).every(([name, value]) => {
    const [, member] = /_(balance|label)$/.exec(name) ?? []
    return member === undefined || typeof value === (member === 'balance' ? 'number' : 'string')
  })
}
