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
  if (upperBound(call.message) <= largestCall) return call
  const sized = sizedMembers(call, registry)
  const excess = excessOf(call, sized)
  return excess > 0 ? lighten(call, sized, excess) : call
}

/** A property or trait: how dispensable it is, and the bytes of its name, its value, a colon and a comma. */
interface SizedMember {
  readonly name: string
  readonly rank: number
  readonly size: number
}

function sizedMembers(call: Call, registry: Registry): readonly SizedMember[] {
  const isTrack = call.type === 'track'
  return Object.entries(membersOf(call)).map(([name, value]) => ({
    name,
    rank: isTrack ? rankOf(name, registry) : rankOfTrait(name),
    size: sizeOf(name) + sizeOf(value) + 2,
  }))
}

/** The bytes over the limit. What is large was measured already, and between the members is a comma less. */
function excessOf(call: Call, sized: readonly SizedMember[]): number {
  const rest = sizeOf(withMembers(call, {}).message) - Math.min(sized.length, 1)
  return sized.reduce((total, { size }) => total + size, rest) - largestCall
}

/** Drops members until the call fits: by rank, and within a rank the largest first. */
function lighten(call: Call, sized: readonly SizedMember[], tooMuch: number): Call {
  const isTrack = call.type === 'track'
  let excess = isTrack ? tooMuch + '"truncated_properties":[]'.length : tooMuch
  const kept: Record<string, unknown> = { ...membersOf(call) }
  const lost: string[] = []
  for (const { name, size } of sized.toSorted(byRank)) {
    if (excess <= 0) break
    delete kept[name]
    lost.push(name)
    // With a member goes a comma; where it is named instead, its name comes with one.
    excess -= isTrack ? size - sizeOf(name) - 1 : size
  }
  if (!isTrack) warn(call, lostTraits(lost))
  const smaller = withMembers(call, isTrack ? { ...kept, truncated_properties: lost } : kept)
  return excess > 0 ? withBareContext(smaller) : smaller
}

function byRank(left: SizedMember, right: SizedMember): number {
  return left.rank - right.rank || right.size - left.size || (left.name < right.name ? -1 : 1)
}

/** Only ids and names are left of the call, and what the context repeats of them. */
function withBareContext(call: Call): Call {
  warn(call, 'all but the library of context')
  call.message.context = { library: call.message.context.library }
  return call
}

function membersOf(call: Call): JsonObject {
  return call.type === 'track' ? call.message.properties : call.message.traits
}

/** A call with other properties or traits. */
function withMembers({ type, message }: Call, members: JsonObject): Call {
  return type === 'track'
    ? { type, message: { ...message, properties: members } }
    : { type, message: { ...message, traits: members } }
}

/** Names of wallet traits are made of the body's codes, so they are only counted. */
function lostTraits(lost: readonly string[]): string {
  const named = lost.filter((name) => !name.startsWith('wallet_'))
  return `${lost.length} traits${named.length > 0 ? `, among them ${named.join(', ')}` : ''}`
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
