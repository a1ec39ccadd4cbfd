import * as v from 'valibot'
import type { SegmentCall } from '../../../build/runtime/receipt'
import { events } from '../../../functions/events'
import type { Property } from '../../../shared/declare/property'
import { traitProperties } from '../../../shared/emit/values'
import { isTooLong } from '../../../shared/json/values'
import { sharedProperties } from '../../../shared/properties'

/** Longer text is unreadable. */
const text = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.check((value) => !isTooLong(value), 'Text of over 8,192 bytes'),
)
const number = v.pipe(v.number(), v.finite())
const day = v.pipe(v.string(), v.isoDate())
const moment = v.pipe(v.string(), v.isoTimestamp(), v.endsWith('Z'))

/** Nothing empty is sent. */
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

/** What lists and objects hold; a declaration does not say that. */
const inner: Readonly<Record<string, v.GenericSchema>> = {
  wallets_info: mapOf(number),
  all_wallets_info: listOf(wallet),
  flat_wallets_info: v.pipe(
    v.record(v.string(), v.union([text, number])),
    v.check((members) => isByWallet(members)),
  ),
  added_wallets: listOf(change),
  redeemed_wallets: listOf(change),
  products: listOf(
    v.strictObject({
      ...{ product_id: v.optional(text), name: v.optional(text), category: v.optional(text) },
      ...{ price: v.optional(number), quantity: v.optional(number) },
    }),
  ),
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
const keptBody = v.strictObject({
  reason: v.optional(text),
  event_type: v.optional(text),
  event_index: number,
  body: v.string(),
})
const order = v.strictObject({
  ...{ order_id: text, total: number, revenue: number, subtotal: v.optional(number), tax: v.optional(number) },
  ...{ currency: text, products: v.optional(inner.products ?? v.never()), affiliation: v.optional(text) },
  ...{ store_code: v.optional(text), truncated_properties: v.optional(listOf(text)) },
})
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
const kept = v.strictObject({ ...everyCall, type: v.literal('track'), event: text, properties: keptBody })
const ordered = v.strictObject({ ...everyCall, type: v.literal('track'), event: text, properties: order })
const identify = v.strictObject({ ...everyCall, type: v.literal('identify'), traits })

/** What is wrong with the types of a call. */
export function wrongTypes(call: SegmentCall): string | undefined {
  const { issues } = v.safeParse(schemaOf(call), call)
  return issues?.map((issue) => `${v.getDotPath(issue) ?? 'call'}: ${issue.message}`).join('; ')
}

function schemaOf({ type, event, anonymousId }: SegmentCall): v.GenericSchema {
  if (type === 'identify') return identify
  if (anonymousId === 'paytronix-kept') return kept
  return event === 'Order Completed' ? ordered : track
}

/** Members of the declared types; each may be absent. */
function membersOf(properties: readonly Property[], nameOf: (property: Property) => string) {
  return Object.fromEntries(
    properties.map((property) => [nameOf(property), v.optional(inner[property.name] ?? byType[property.type])]),
  )
}

/** The balance of a wallet is a number and its label a text, whatever its code. */
function isByWallet(members: object): boolean {
  return Object.entries(members).every(([name, value]) => {
    const [, member] = /_(balance|label)$/.exec(name) ?? []
    return member === undefined || typeof value === (member === 'balance' ? 'number' : 'string')
  })
}
