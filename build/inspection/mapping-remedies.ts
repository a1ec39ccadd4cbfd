import type { EventDefinition } from '../../shared/declare/event'
import type { Property } from '../../shared/declare/property'
import { foldName } from '../../shared/json/keys'
import { wrapperNames } from '../../shared/read/layers'
import { mappedNames } from '../config/event-mappings'
import { jsonPath } from '../system/json-path'
import { type Attempt, hasUserId } from './attempt'
import type { InspectedEvent, UnusedField } from './inspection'
import { isGuests, lookOf, mappableProperties, namesAtEnd, ranksOf } from './known-names'
import type { Remedy } from './remedy'
import { isStrangers } from './strangers'
import { isReadable, mappedPath } from './suggest-mappings'

/** A field that may be a known value, and how well its name fits: the lower the better. */
interface Sighting {
  readonly property: Property
  readonly keys: readonly string[]
  readonly rank: number
}

/** By its looks alone; any name fits better. */
const byLooks = 1000

/** For each known value that was not found, the fields that may be it, the likeliest first. */
export function mappingRemedies(
  { inspections, config }: Attempt,
  events: readonly EventDefinition[],
  isPlaceholder: (keys: readonly string[]) => boolean,
): Remedy[][] {
  const eventNames = events.map(({ name }) => name)
  const taken = new Set(mappedNames(config.mappings, eventNames).map(foldName))
  const sightings = inspections.flatMap(({ events: inspected, envelope }) =>
    inspected.flatMap((event) => sightingsIn(event, envelope.unused, events, config.body?.event)),
  )
  const usable = sightings.filter(
    ({ property, keys }) => !taken.has(foldName(property.name)) && !(isId(property) && isPlaceholder(keys)),
  )
  const groups = new Map<string, Remedy[]>()
  const given = new Set<string>()
  for (const { property, keys } of usable.sort((one, other) => one.rank - other.rank)) {
    const remedy = mappingRemedy(property.name, keys, eventNames)
    // A field is one value: the one that its name fits best.
    const place = keys.join('\0')
    if (remedy === undefined || (given.has(place) && !groups.get(property.name)?.some(({ id }) => id === remedy.id)))
      continue
    given.add(place)
    const group = groups.get(property.name) ?? []
    groups.set(property.name, group)
    if (!group.some(({ id }) => id === remedy.id)) group.push(remedy)
  }
  // Paytronix's own id of the guest comes before any other.
  return [...groups].sort(([one], [other]) => orderOf(one) - orderOf(other)).map(([, group]) => group)
}

function orderOf(name: string): number {
  const order = ['account_id', 'user_id', 'printed_card_number'].indexOf(name)
  return order === -1 ? 3 : order
}

function mappingRemedy(name: string, keys: readonly string[], eventNames: readonly string[]): Remedy | undefined {
  const path = mappedPath(keys)
  if (!isReadable(name, path, keys, eventNames)) return undefined
  return {
    id: `mappings ${name}=${path}`,
    kind: 'mapping',
    text: `${path} is not used, and tells ${name}.`,
    change: { mappings: { [name]: { '@path': path } } },
    isSure: true,
  }
}

function isId({ name }: Property): boolean {
  return ['account_id', 'user_id', 'printed_card_number', 'email', 'phone', 'username'].includes(name)
}

function sightingsIn(
  event: InspectedEvent,
  envelope: readonly UnusedField[],
  events: readonly EventDefinition[],
  bodyEvent: string | undefined,
): Sighting[] {
  const definition = events.find(({ name }) => name === event.type.event)
  const missing = mappableProperties(definition?.properties ?? []).filter((property) => isMissing(property, event))
  const own = event.remainder.unused
    .filter(({ why, keys }) => why === null && !isOtherThing(keys, event))
    .flatMap((field) => [field, ...reachable(field, bodyEvent, event.remainder.unused)])
  const around = envelope.filter(({ why }) => why === null)
  const named = missing.flatMap((property) => [
    ...own.flatMap((field) => sightingOf(property, field)),
    ...(isGuests(property) ? [] : around.flatMap((field) => sightingOf(property, field))),
  ])
  return [...named, ...sightingsByLooks(missing, own, new Set(named.map(({ keys }) => keys.join('\0'))))]
}

/**
 * A field in lists as a mapping reaches it all the same. A value in a list of named values has its name when `body.event`
 * leads to the list. XML made JSON has every value in a list of one.
 */
function reachable(field: UnusedField, bodyEvent: string | undefined, fields: readonly UnusedField[]): UnusedField[] {
  const { keys, named } = field
  if (named !== null && bodyEvent !== undefined && foldName(named.slice(0, -1).join('')) === foldName(bodyEvent)) {
    return [{ ...field, keys: named, listDepth: null }]
  }
  const indexes = keys.flatMap((key, depth) => (/^\d+$/.test(key) ? [depth] : []))
  const isSecond = (other: UnusedField, depth: number) =>
    other.keys[depth] === '1' && other.keys.slice(0, depth).join() === keys.slice(0, depth).join()
  const isOnly = (depth: number) => keys[depth] === '0' && !fields.some((other) => isSecond(other, depth))
  // Elsewhere a list of one is a list, such as the lines of a small check.
  const isOfXml = keys.at(-1) === '0'
  return isOfXml && indexes.every(isOnly) ? [{ ...field, listDepth: null }] : []
}

const wrappers: ReadonlySet<string> = new Set(wrapperNames)

/** What stands in an object that could have been the event's own, and was not taken for it: a text message, a record. */
function isOtherThing(keys: readonly string[], { rejection, remainder: { used } }: InspectedEvent): boolean {
  const depth = keys.findIndex((key) => wrappers.has(foldName(key)))
  if (rejection !== null || depth === -1 || depth === keys.length - 1) return false
  const place = jsonPath(keys.slice(0, depth + 1))
  return !used.some(({ path }) => path.startsWith(`${place}.`))
}

/** An id of the guest is not missing where another one is used already: a second guest would come of it. */
function isMissing({ name, trait }: Property, event: InspectedEvent): boolean {
  if (name === 'timestamp') return event.time === null
  if (name === 'user_id') return !hasUserId(event)
  if (name === 'wallets') return !event.found.some(({ property }) => property === 'all_wallets_info')
  return !event.found.some((field) => field.property === name || (trait !== undefined && field.trait === trait))
}

function sightingOf(property: Property, field: UnusedField): Sighting[] {
  const isList = property.type === 'array'
  if (isList !== (field.listDepth !== null)) return []
  const keys = isList ? field.keys.slice(0, field.listDepth ?? 0) : field.keys
  if (isGuests(property) && isStrangers(keys.slice(0, -1))) return []
  const ranks = ranksOf(property)
  const rank = namesAtEnd(keys).flatMap((name) => ranks.get(name) ?? [])[0]
  return rank === undefined ? [] : [{ property, keys, rank }]
}

/** A value that looks like one that is missing, when it is the only one that does. */
function sightingsByLooks(
  missing: readonly Property[],
  fields: readonly UnusedField[],
  named: ReadonlySet<string>,
): Sighting[] {
  return missing.flatMap((property) => {
    const alike = fields.filter(({ keys, value, listDepth }) => {
      return listDepth === null && lookOf(value, keys) === property && !isStrangers(keys)
    })
    const [only, ...others] = alike
    const isClear = only !== undefined && others.length === 0 && !named.has(only.keys.join('\0'))
    return isClear ? [{ property, keys: only.keys, rank: byLooks }] : []
  })
}
