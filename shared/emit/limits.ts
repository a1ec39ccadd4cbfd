import { foldName } from '../json/keys'
import type { JsonObject } from '../json/values'
import type { Registry } from '../properties/registry'
import type { Call } from './call'

/** Segment refuses a call over 32 KB; it adds fields of its own, so we stay below. */
export const largestCall = 32_000

/** What a track call can best do without, the most dispensable first. */
const dispensable = [
  ...['survey_answers', 'products', 'all_wallets_info', 'flat_wallets_info'],
  ...['added_wallets', 'redeemed_wallets', 'wallets_info'],
]

/** A value's size as JSON, in UTF-8 bytes. */
export function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}

/**
 * The call, without as many of its properties or traits as make it fit Segment's limit. No text is cut. A track
 * call lists what it lost in `truncated_properties`; for an identify call a warning does.
 */
export function withinLimit(call: Call, registry: Registry): Call {
  if (upperBound(call.message) <= largestCall || sizeOf(call.message) <= largestCall) return call
  const smaller = lighten(call, registry)
  if (sizeOf(smaller.message) > largestCall) {
    // Only ids and names are left, and what the context repeats of them.
    warn(call, 'all but the library of context')
    smaller.message.context = { library: smaller.message.context.library }
  }
  return smaller
}

/** Cheaper than making the JSON: no character takes more than six bytes in it, no other scalar more than 25. */
function upperBound(value: unknown): number {
  if (typeof value === 'string') return value.length * 6 + 3
  if (typeof value !== 'object' || value === null) return 25
  let bound = 2
  if (Array.isArray(value)) {
    for (const item of value) bound += 1 + upperBound(item)
    return bound
  }
  for (const key in value) bound += key.length * 6 + 4 + upperBound((value as JsonObject)[key]) // a key of the value itself
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
  // What is large is measured once: the rest of the call is small, and between so many members is a comma less.
  const rest = sizeOf({ ...message, [key]: {} }) - Math.min(sized.length, 1)
  let excess = sized.reduce((total, { size }) => total + size, rest) - largestCall
  if (isTrack) excess += '"truncated_properties":[]'.length
  sized.sort((left, right) => left.rank - right.rank || right.size - left.size || (left.name < right.name ? -1 : 1))
  const kept: Record<string, unknown> = { ...members }
  const lost: string[] = []
  for (const { name, size } of sized) {
    if (excess <= 0) break
    delete kept[name]
    lost.push(name)
    // With a member goes a comma; where it is named instead, its name comes with one.
    excess -= isTrack ? size - sizeOf(name) - 1 : size
  }
  if (type === 'track') return { type, message: { ...message, properties: { ...kept, truncated_properties: lost } } }
  // Names of wallet traits are made of the body's codes, so they are only counted.
  const named = lost.filter((name) => !name.startsWith('wallet_'))
  warn(call, `${lost.length} traits${named.length > 0 ? `, among them ${named.join(', ')}` : ''}`)
  return { type, message: { ...message, traits: kept } }
}

function warn({ type }: Call, lost: string): void {
  console.warn(`${type}: expected at most ${largestCall} bytes, received more; left out ${lost}`)
}

/** The dispensable ones first, then the user's own, then the documented ones. */
function rankOf(name: string, registry: Registry): number {
  if (dispensable.includes(name)) return dispensable.indexOf(name)
  return dispensable.length + (registry.propertiesByName.has(foldName(name)) ? 1 : 0)
}

/** Wallets go first here too: many of them are what makes a guest's traits large. */
function rankOfTrait(name: string): number {
  return name.startsWith('wallet_') ? 0 : 1
}
