import { fromJsonText } from '../../shared/json/json-text'
import { foldName, isIgnored } from '../../shared/json/keys'
import { isAbsent, isObject } from '../../shared/json/values'
import { withoutFriend } from '../../shared/mapping/mapped'
import { isFriend } from '../../shared/privacy/friend'
import { namesOfItem } from '../../shared/privacy/named-values'
import { isNeverEmitted, isRestricted, mayLeaveRestricted } from '../../shared/privacy/never-emitted'
import type { Json } from '../runtime/receipt'
import { jsonPath } from '../system/json-path'
import type { Remainder, UnusedField, UsedPlace } from './inspection'
import { type Keys, placeId } from './places'
import type { Explain } from './reasons'
import type { Use } from './uses'

/** A part of a body that is told by itself: an event, or what stands around all of them. */
export interface Part {
  readonly base: Keys
  readonly explain: Explain
}

/** What is known of a place that is left as it is while walking into it. */
interface Visit {
  readonly value: unknown
  readonly keys: Keys
  readonly part: Part
  readonly why: string | null
  readonly listDepth: number | null
}

type Places = ReadonlyMap<string, { readonly by: readonly string[]; readonly isWhole: boolean; readonly isUsed: boolean }>
type Remainders = ReadonlyMap<Part, { used: UsedPlace[]; unused: UnusedField[]; neverEmitted: string[] }>

/**
 * Walks a body once and says of every scalar in it whether it was used, never leaves, or was used by nothing. The first
 * part is what stands around the others.
 */
export function remaindersOf(body: unknown, parts: readonly [Part, ...Part[]], uses: readonly Use[]): ReadonlyMap<Part, Remainder> {
  const remainders: Remainders = new Map(parts.map((part) => [part, { used: [], unused: [], neverEmitted: [] }]))
  const partAt = new Map(parts.slice(1).map((part) => [placeId(part.base), part]))
  const walk = createWalk(placesOf(uses), partAt, remainders)
  walk({ value: body, keys: [], part: parts[0], why: null, listDepth: null })
  return remainders
}

function placesOf(uses: readonly Use[]): Places {
  const places = new Map<string, { by: string[]; isWhole: boolean; isUsed: boolean }>()
  for (const { keys, by, isWhole, verdict } of uses) {
    if (keys === undefined) continue
    const place = places.get(placeId(keys)) ?? { by: [], isWhole: false, isUsed: false }
    places.set(placeId(keys), place)
    if (!place.by.includes(by)) place.by.push(by)
    place.isWhole ||= isWhole
    place.isUsed ||= verdict === 'used'
  }
  return places
}

function createWalk(places: Places, partAt: ReadonlyMap<string, Part>, remainders: Remainders) {
  return function walk(visit: Visit): void {
    const id = placeId(visit.keys)
    const inner = partAt.get(id)
    const { value, keys, part, why, listDepth } = inner ? { ...visit, part: inner, why: null, listDepth: null } : visit
    const remainder = remainders.get(part)
    const place = places.get(id)
    const path = jsonPath(keys.slice(part.base.length))
    if (place?.isWhole === true) {
      if (place.isUsed) remainder?.used.push({ path, by: place.by })
      return
    }
    const reason = place === undefined ? (part.explain(keys) ?? why) : null
    const object = fromJsonText(value)
    if (typeof object !== 'object' || object === null) {
      if (!isAbsent(value)) remainder?.unused.push(unusedField(value, keys, part, listDepth, reason))
      return
    }
    const depth = listDepth ?? (isList(object) || object !== value ? keys.length - part.base.length : null)
    for (const [key, member] of Object.entries(object)) {
      const place = [...keys, key]
      if (!places.has(placeId(place)) && isHidden(key, member, keys.at(-1) ?? '', object)) {
        if (!isAbsent(member)) remainder?.neverEmitted.push(jsonPath(place.slice(part.base.length)))
      } else walk({ value: member, keys: place, part, why: reason, listDepth: depth })
    }
  }
}

function unusedField(value: unknown, keys: Keys, { base }: Part, listDepth: number | null, why: string | null): UnusedField {
  const own = keys.slice(base.length)
  // What is neither object nor list of a JSON value is a scalar.
  return { path: jsonPath(own), keys: own, listDepth, value: value as Json, why }
}

/** Whether no mapping could see a member, and nothing lets it leave. `section` is the key of the object that holds it. */
function isHidden(key: string, member: unknown, section: string, holder: object): boolean {
  if (Array.isArray(holder)) return namesOfItem(member).some((name) => isNeverEmitted(name) || isFriend(name))
  if (isIgnored(key) || isNeverEmitted(key) || isFriend(key)) return true
  if (isRestricted(section) && !mayLeaveRestricted(key)) return true
  const visible = withoutFriend.edit?.(holder, foldName(section), {})
  return isObject(visible) && !Object.hasOwn(visible, key)
}

/** Paytronix's typed style wraps scalars in lists of one, which are none. */
function isList(value: object): boolean {
  return Array.isArray(value) && !(value.length === 1 && typeof value[0] !== 'object')
}
