import { fromJsonText } from '../../shared/json/json-text'
import { isIgnored } from '../../shared/json/keys'
import { isAbsent, isObject } from '../../shared/json/values'
import { withoutFriend } from '../../shared/mapping/mapped'
import { lastFour } from '../../shared/privacy/card-in-text'
import { isFriend } from '../../shared/privacy/friend'
import { namesOfItem, valueOfItem } from '../../shared/privacy/named-values'
import { isNeverEmitted, isRestricted, mayLeaveRestricted } from '../../shared/privacy/never-emitted'
import type { Json } from '../runtime/receipt'
import { jsonPath } from '../system/json-path'
import type { Remainder, UnusedField, UsedPlace } from './inspection'
import { type Keys, placeId } from './places'
import { type Explain, ofPaymentCard } from './reasons'
import type { Use } from './uses'

/** A part of a body with a remainder of its own: an event, or everything around the events. */
export interface Part {
  readonly base: Keys
  readonly explain: Explain
}

interface Place {
  readonly by: string[]
  isWhole: boolean
  isUsed: boolean
}

/** A value during the walk through a body, and what the values around it say about it. */
interface Visit {
  readonly value: unknown
  readonly keys: Keys
  readonly part: Part
  readonly why: string | null
  readonly listDepth: number | null
  readonly named: Keys | null
}

/** A remainder in the making. */
interface Draft {
  readonly used: UsedPlace[]
  readonly unused: UnusedField[]
  readonly neverEmitted: string[]
}

/**
 * Walks a body once and sorts every scalar: used, unused, or never emitted. `around` is the part for everything around
 * the other parts.
 */
export function remaindersOf(
  body: unknown,
  around: Part,
  parts: readonly Part[],
  uses: readonly Use[],
): ReadonlyMap<Part, Remainder> {
  const drafts = new Map(
    [around, ...parts].map((part): [Part, Draft] => [part, { used: [], unused: [], neverEmitted: [] }]),
  )
  const walk: Walk = {
    drafts,
    places: placesOf(uses),
    partAt: new Map(parts.map((part) => [placeId(part.base), part])),
  }
  visit({ value: body, keys: [], part: around, why: null, listDepth: null, named: null }, walk)
  return drafts
}

interface Walk {
  readonly drafts: ReadonlyMap<Part, Draft>
  readonly places: ReadonlyMap<string, Place>
  readonly partAt: ReadonlyMap<string, Part>
}

function placesOf(uses: readonly Use[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
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

function visit(outer: Visit, walk: Walk): void {
  const id = placeId(outer.keys)
  const inner = walk.partAt.get(id)
  const at = inner === undefined ? outer : { ...outer, part: inner, why: null, listDepth: null, named: null }
  const place = walk.places.get(id)
  const draft = walk.drafts.get(at.part)
  if (place?.isWhole === true) {
    if (place.isUsed) draft?.used.push({ path: pathIn(at), by: place.by })
    return
  }
  // The rest of a list that was read has no reason, because the function does not know its names.
  const why = place === undefined ? (at.part.explain(at.keys) ?? at.why) : null
  const object = fromJsonText(at.value)
  if (typeof object === 'object' && object !== null) visitMembers(object, { ...at, why }, walk)
  else if (!isAbsent(at.value)) draft?.unused.push(unusedField({ ...at, why }))
}

function visitMembers(object: object, at: Visit, walk: Walk): void {
  const isWhole = isList(object) || object !== at.value
  const listDepth = at.listDepth ?? (isWhole ? at.keys.length - at.part.base.length : null)
  // Computed once, because an object may have very many members.
  const item: NamedItem = { name: namesOfItem(object)[0], value: valueOfItem(object), keys: at.keys }
  for (const [key, value] of Object.entries(object)) {
    const named = value === item.value ? namedKeys(item) : null
    visitMember(key, object, item, { ...at, value, keys: [...at.keys, key], listDepth, named }, walk)
  }
}

/** An object as an item of a list of named values. */
interface NamedItem {
  readonly name: string | undefined
  readonly value: unknown
  readonly keys: Keys
}

function visitMember(key: string, object: object, item: NamedItem, member: Visit, walk: Walk): void {
  const isKnown = walk.places.has(placeId(member.keys))
  const naming = !isKnown && member.value === item.name ? namedPlace(object, item, walk) : undefined
  const draft = walk.drafts.get(member.part)
  if (naming !== undefined) draft?.used.push({ path: pathIn(member), by: naming.by })
  else if (isKnown || !isHidden(key, member.value, item.keys.at(-1) ?? '', object)) visit(member, walk)
  else if (!isAbsent(member.value)) draft?.neverEmitted.push(pathIn(member))
}

/** The keys to the value of an item of a list of named values, with its name in place of the item. */
function namedKeys({ name, keys }: NamedItem): Keys | null {
  return name === undefined || !/^\d+$/.test(keys.at(-1) ?? '') ? null : [...keys.slice(0, -1), name]
}

/** The place of an item's value, if it was used. */
function namedPlace(object: object, { name, value, keys }: NamedItem, { places }: Walk): Place | undefined {
  if (name === undefined) return undefined
  const [key] = Object.entries(object).find(([, one]) => one === value) ?? []
  const place = key === undefined ? undefined : places.get(placeId([...keys, key]))
  return place?.isUsed === true ? place : undefined
}

function pathIn({ keys, part }: Visit): string {
  return jsonPath(keys.slice(part.base.length))
}

function unusedField(at: Visit): UnusedField {
  const { listDepth, why } = at
  // A JSON value that is not an object or a list is a scalar.
  const value = why === ofPaymentCard ? lastFour(String(at.value)) : (at.value as Json)
  const { length } = at.part.base
  return {
    path: pathIn(at),
    keys: at.keys.slice(length),
    named: at.named?.slice(length) ?? null,
    listDepth,
    value,
    why,
  }
}

/** Whether a member is hidden from mappings and never emitted. `section` is the key of the object that holds it. */
function isHidden(key: string, member: unknown, section: string, holder: object): boolean {
  if (Array.isArray(holder)) return namesOfItem(member).some((name) => isNeverEmitted(name) || isFriend(name))
  if (isIgnored(key) || isNeverEmitted(key) || isFriend(key)) return true
  if (isRestricted(section) && !mayLeaveRestricted(key)) return true
  const visible = isObject(holder) ? withoutFriend.edit?.(holder, section) : undefined
  return visible !== undefined && !Object.hasOwn(visible, key)
}

/** Paytronix's typed style wraps scalars in lists of one. They do not count as lists. */
function isList(value: object): boolean {
  return Array.isArray(value) && !(value.length === 1 && typeof value[0] !== 'object')
}
