import { foldName } from '../json/keys'
import type { JsonObject } from '../json/values'
import type { Registry } from '../properties/registry'
import type { Call } from './call'

/** In bytes. Segment refuses calls over 32 KB and adds its own fields, so our limit is lower. */
export const largestCall = 32_000

/** The properties to drop first from a track call that is too large, in this order. */
const dispensable = [
  'survey_answers',
  'products',
  'all_wallets_info',
  'flat_wallets_info',
  'added_wallets',
  'redeemed_wallets',
  'wallets_info',
]

/** A value's size as JSON, in UTF-8 bytes. */
export function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}

/**
 * Drops properties or traits until the call fits Segment's limit. It never shortens a text. A track call lists the
 * dropped names in `truncated_properties`. For an identify call, a warning lists them.
 */
export function withinLimit(call: Call, registry: Registry): Call {
  if (upperBound(call.message) <= largestCall) return call
  const smaller = lighten(call, registry)
  if (smaller !== call && sizeOf(smaller.message) > largestCall) {
    // Only ids, names and the context are left.
    warn(call, 'all but the library of context')
    smaller.message.context = { library: smaller.message.context.library }
  }
  return smaller
}

/** A fast upper bound of the JSON size: a character takes at most six bytes, another scalar at most 25. */
function upperBound(value: unknown): number {
  if (typeof value === 'string') return value.length * 6 + 3
  if (typeof value !== 'object' || value === null) return 25
  let bound = 2
  for (const key in value) bound += key.length * 6 + 4 + upperBound((value as JsonObject)[key]) // `key` exists in `value`
  return bound
}

/** Drops members until the call fits: by rank, and within a rank the largest first. */
function lighten(call: Call, registry: Registry): Call {
  const { type, message } = call
  const isTrack = type === 'track'
  const [members, key] = isTrack ? [message.properties, 'properties'] : [message.traits, 'traits']
  const sized = Object.keys(members).map((name) => ({
    name,
    rank: isTrack ? rankOf(name, registry) : rankOfTrait(name),
    size: sizeOf({ [name]: members[name] }) - 1,
  }))
  // Measures each large member only once. n members have n − 1 commas between them.
  const rest = sizeOf({ ...message, [key]: {} }) - Math.min(sized.length, 1)
  let excess = sized.reduce((total, { size }) => total + size, rest) - largestCall
  if (excess <= 0) return call
  if (isTrack) excess += '"truncated_properties":[]'.length
  sized.sort((left, right) => left.rank - right.rank || right.size - left.size || (left.name < right.name ? -1 : 1))
  const kept: Record<string, unknown> = { ...members }
  const lost: string[] = []
  for (const { name, size } of sized) {
    if (excess <= 0) break
    delete kept[name]
    lost.push(name)
    // Dropping a member also drops a comma. Listing its name adds the name and a comma.
    excess -= isTrack ? size - sizeOf(name) - 1 : size
  }
  if (type === 'track') return { type, message: { ...message, properties: { ...kept, truncated_properties: lost } } }
  // The names of wallet traits contain codes from the body, so the warning only counts them.
  const named = lost.filter((name) => !name.startsWith('wallet_'))
  warn(call, `${lost.length} traits${named.length > 0 ? `, among them ${named.join(', ')}` : ''}`)
  return { type, message: { ...message, traits: kept } }
}

function warn({ type }: Call, lost: string): void {
  console.warn(`${type}: expected at most ${largestCall} bytes, received more; left out ${lost}`)
}

/** Dispensable properties go first, then the user's own, then the documented ones. */
function rankOf(name: string, registry: Registry): number {
  if (dispensable.includes(name)) return dispensable.indexOf(name)
  return dispensable.length + (registry.propertiesByName.has(foldName(name)) ? 1 : 0)
}

/** Wallet traits go first, because they usually make an identify call large. */
function rankOfTrait(name: string): number {
  return name.startsWith('wallet_') ? 0 : 1
}
