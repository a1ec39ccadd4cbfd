import type { EventDefinition } from '../../shared/declare/event'
import type { Property } from '../../shared/declare/property'
import { foldName } from '../../shared/json/keys'
import { wrapperNames } from '../../shared/read/layers'
import { groupBy } from '../system/group-by'
import { jsonPath } from '../system/json-path'
import { hasUserId } from './attempt'
import type { InspectedEvent, UnusedField } from './inspection'
import { isGuests, lookOf, mappableProperties, namesAtEnd, ranksOf } from './known-names'
import { placeId } from './places'
import { isStrangers } from './strangers'

/** A field that may be a known value, and how well its name fits: the lower the better. */
export interface Sighting {
  readonly property: Property
  readonly keys: readonly string[]
  readonly rank: number
}

/** The rank of a field that only looks like the value. Any name fits better. */
const byLooks = 1000

/** The fields of an event that may be known values that were not found. */
export function sightingsIn(
  event: InspectedEvent,
  envelope: readonly UnusedField[],
  events: readonly EventDefinition[],
  bodyEvent: string | undefined,
): Sighting[] {
  const definition = events.find(({ name }) => name === event.type.event)
  const missing = mappableProperties(definition?.properties ?? []).filter((property) => isMissing(property, event))
  const lists = listsOfMany(event.remainder.unused)
  const own = event.remainder.unused
    .filter(({ why, keys }) => why === null && !isOtherThing(keys, event))
    .flatMap((field) => [field, ...reachable(field, bodyEvent, lists)])
  const around = envelope.filter(({ why }) => why === null)
  const named = [
    ...own.flatMap((field) => sightingsOf(field, missing)),
    ...around.flatMap((field) => sightingsOf(field, missing).filter(({ property }) => !isGuests(property))),
  ]
  return [...named, ...sightingsByLooks(missing, own, new Set(named.map(({ keys }) => placeId(keys))))]
}

/**
 * A field in lists, with the keys by which a mapping still reaches it. A value in a list of named values has its name when `body.event`
 * leads to the list. XML made JSON has every value in a list of one.
 */
function reachable(field: UnusedField, bodyEvent: string | undefined, ofMany: ReadonlySet<string>): UnusedField[] {
  const { keys, named } = field
  if (named !== null && bodyEvent !== undefined && foldName(named.slice(0, -1).join('')) === foldName(bodyEvent)) {
    return [{ ...field, keys: named, listDepth: null }]
  }
  // Elsewhere a list of one is a list, such as the lines of a small check.
  const isOfXml = keys.at(-1) === '0'
  const isInOnes = keys.every(
    (key, depth) => !isIndex(key) || (key === '0' && !ofMany.has(placeId(keys.slice(0, depth)))),
  )
  return isOfXml && isInOnes ? [{ ...field, listDepth: null }] : []
}

/** The places of lists of several items. */
function listsOfMany(fields: readonly UnusedField[]): ReadonlySet<string> {
  const places = fields.flatMap(({ keys }) =>
    keys.flatMap((key, depth) => (key === '1' ? [placeId(keys.slice(0, depth))] : [])),
  )
  return new Set(places)
}

function isIndex(key: string): boolean {
  return /^\d+$/.test(key)
}

const wrappers: ReadonlySet<string> = new Set(wrapperNames)

/** Whether a field is in a wrapper that is not the event, such as a text message or a record. */
function isOtherThing(keys: readonly string[], { rejection, remainder: { used } }: InspectedEvent): boolean {
  const depth = keys.findIndex((key) => wrappers.has(foldName(key)))
  if (rejection !== null || depth === -1 || depth === keys.length - 1) return false
  const place = jsonPath(keys.slice(0, depth + 1))
  return !used.some(({ path }) => path.startsWith(`${place}.`))
}

/** A user id is not missing when another one is used: it would make a second guest. */
function isMissing({ name, trait }: Property, event: InspectedEvent): boolean {
  if (name === 'timestamp') return event.time === null
  if (name === 'user_id') return !hasUserId(event)
  if (name === 'wallets') return !event.found.some(({ property }) => property === 'all_wallets_info')
  return !event.found.some((field) => field.property === name || (trait !== undefined && field.trait === trait))
}

/** The properties that a field may be by its name, each with its best fit. */
function sightingsOf({ keys, listDepth }: UnusedField, missing: readonly Property[]): Sighting[] {
  const path = listDepth === null ? keys : keys.slice(0, listDepth)
  const names = namesAtEnd(path)
  const isOthers = isStrangers(path.slice(0, -1))
  return missing.flatMap((property) => {
    if ((property.type === 'array') !== (listDepth !== null) || (isOthers && isGuests(property))) return []
    const ranks = ranksOf(property)
    const rank = names.flatMap((name) => ranks.get(name) ?? [])[0]
    return rank === undefined ? [] : [{ property, keys: path, rank }]
  })
}

/** For each missing property, the only field that looks like it. */
function sightingsByLooks(
  missing: readonly Property[],
  fields: readonly UnusedField[],
  named: ReadonlySet<string>,
): Sighting[] {
  const byProperty = groupBy(fields, ({ keys, value, listDepth }) =>
    listDepth === null && !isStrangers(keys) ? lookOf(value, keys) : undefined,
  )
  return missing.flatMap((property) => {
    const [only, ...others] = byProperty.get(property) ?? []
    const isClear = only !== undefined && others.length === 0 && !named.has(placeId(only.keys))
    return isClear ? [{ property, keys: only.keys, rank: byLooks }] : []
  })
}
