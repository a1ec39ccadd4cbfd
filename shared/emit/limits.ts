import { foldName } from '../json/keys'
import type { JsonObject } from '../json/values'
import { wordList } from '../json/word-list'
import type { Registry } from '../properties/registry'
import type { Call } from './call'

/** Segment refuses a call over 32 KB; it adds fields of its own, so we stay below. */
export const largestCall = 32_000

/** What a track call can best do without, the most dispensable first. */
const dispensable = wordList(
  'survey_answers products all_wallets_info flat_wallets_info added_wallets redeemed_wallets wallets_info',
)

/** A value's size as JSON, in UTF-8 bytes. */
export function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}

/**
 * Takes away as many of a call's properties or traits as make it fit Segment's limit. No text is cut. A track call
 * lists what it lost in `truncated_properties`; for an identify call a warning does.
 */
export function fitToLimit(call: Call, registry: Registry): void {
  if (upperBound(call.message) > largestCall) lighten(call, registry)
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

/** Drops members while the call is too large: by rank, and within a rank the largest first. */
function lighten(call: Call, registry: Registry): void {
  const isTrack = call.type === 'track'
  const members: Record<string, unknown> = isTrack ? call.message.properties : call.message.traits
  const sized = sizedMembers(members, registry)
  let excess = excessOf(call, sized)
  if (excess <= 0) return
  if (isTrack) excess += '"truncated_properties":[]'.length
  const lost: string[] = []
  for (const { name, size } of sized.sort(byRank)) {
    if (excess <= 0) break
    delete members[name]
    lost.push(name)
    // With a member goes a comma; where it is named instead, its name comes with one.
    excess -= isTrack ? size - sizeOf(name) - 1 : size
  }
  if (isTrack) members.truncated_properties = lost
  else warn(call, lostTraits(lost))
  if (excess > 0) bareContext(call)
}

/** A property or trait: how dispensable it is, and the bytes of its name, its value, a colon and a comma. */
interface SizedMember {
  readonly name: string
  readonly rank: number
  readonly size: number
}

function sizedMembers(members: JsonObject, registry: Registry): SizedMember[] {
  return Object.entries(members).map(([name, value]) => {
    return { name, rank: rankOf(name, registry), size: sizeOf(name) + sizeOf(value) + 2 }
  })
}

/** The bytes over the limit. What is large was measured already, and between the members is a comma less. */
function excessOf({ type, message }: Call, sized: readonly SizedMember[]): number {
  const rest = sizeOf({ ...message, [type === 'track' ? 'properties' : 'traits']: {} }) - Math.min(sized.length, 1)
  return sized.reduce((total, { size }) => total + size, rest) - largestCall
}

function byRank(one: SizedMember, other: SizedMember): number {
  return one.rank - other.rank || other.size - one.size || (one.name < other.name ? -1 : 1)
}

/** Leaves only ids and names of the call, and what the context repeats of them goes. */
function bareContext(call: Call): void {
  warn(call, 'all but the library of context')
  call.message.context = { library: call.message.context.library }
}

/** Names of wallet traits are made of the body's codes, so they are only counted. */
function lostTraits(lost: readonly string[]): string {
  const named = lost.filter((name) => !name.startsWith('wallet_'))
  return `${lost.length} traits${named.length > 0 ? `, among them ${named.join(', ')}` : ''}`
}

function warn({ type }: Call, lost: string): void {
  console.warn(`${type}: expected at most ${largestCall} bytes, received more; left out ${lost}`)
}

/** The dispensable ones first, then what has no documented name: the user's own, and traits of wallets. */
function rankOf(name: string, registry: Registry): number {
  if (dispensable.includes(name)) return dispensable.indexOf(name)
  return dispensable.length + (registry.propertiesByName.has(foldName(name)) ? 1 : 0)
}
