import { listIn, objectIn } from '../json/json-text'
import { foldName, isIgnored } from '../json/keys'
import { isAbsent, type JsonObject, unwrap } from '../json/values'
import type { Settings } from '../settings/settings'
import type { WarnOfPart } from './property'
import { markUsed } from './usage'

/** A member of a small object inside a property: the names it has, the preferred first, and how it is read. */
export interface Field<T> {
  readonly names: readonly string[]
  readonly normalize: (value: unknown, context: RecordContext) => T | undefined
  /** What a value must be, for the warning about an unreadable one. */
  readonly expected: string
  /** Whether a value counts as missing. Default: the rule of all properties. */
  readonly isAbsent: (value: unknown) => boolean
}

/** What the reading of a record is done with. */
export interface RecordContext {
  readonly settings: Settings
  readonly warn: WarnOfPart
}

/** Declares a member: how it is read, what it must be, and its names. */
export function field<T>(normalize: Field<T>['normalize'], expected: string, ...names: readonly string[]): Field<T> {
  return { names, normalize, expected, isAbsent }
}

/** How the objects of one kind are read; see {@link record}. */
export interface RecordReader<T> {
  /** The readable members. Of the values of one member the first readable one wins; it warns of the others. */
  read(object: JsonObject, context: RecordContext): Partial<T>
  /**
   * Reads a list of such objects, or one alone; undefined when it is neither. It warns of items that are no objects or
   * lack one of the needed members, and leaves them out.
   */
  readAll<Needed extends keyof T & string>(
    value: unknown,
    needed: readonly Needed[],
    context: RecordContext,
  ): (Partial<T> & Pick<T, Needed>)[] | undefined
}

type Fields<T> = { readonly [Name in keyof T & string]-?: Field<Exclude<T[Name], undefined>> }

/** A value sent for a member. The lower its order, the earlier it is looked at. */
interface Sent {
  readonly order: number
  readonly key: string
  readonly value: unknown
  readonly next: Sent | undefined
}

/** The fields, prepared: the members in order, and by folded name which member it is and how much it is preferred. */
interface Prepared<T> {
  readonly fields: Fields<T>
  readonly members: readonly (keyof T & string)[]
  readonly places: ReadonlyMap<string, { readonly member: number; readonly order: number }>
}

/** Declares the members of a kind of small object, such as a wallet or an answer. */
export function record<T extends object>(fields: Fields<T>): RecordReader<T> {
  // Object.keys forgets the key type that the record has.
  const members = Object.keys(fields) as (keyof T & string)[]
  const places = members.flatMap((name, member) =>
    fields[name].names.map((one, order) => [foldName(one), { member, order }] as const),
  )
  const prepared: Prepared<T> = { fields, members, places: new Map(places) }
  return {
    read: (object, context) => readMembers(prepared, object, context),
    readAll: (value, needed, context) => readItems(prepared, value, needed, context),
  }
}

function readMembers<T>(prepared: Prepared<T>, object: JsonObject, context: RecordContext): Partial<T> {
  const { fields, members } = prepared
  const result: Partial<T> = {}
  const sent = sentIn(prepared, object)
  for (const [member, name] of members.entries()) {
    const first = sent[member]
    const value = first && firstReadable(object, first, name, fields[name], context)
    if (value !== undefined) result[name] = value
  }
  return result
}

/** Arrays by member instead of objects by name: lists of many small objects are what takes time. */
function sentIn<T>({ members, places }: Prepared<T>, object: JsonObject): readonly (Sent | undefined)[] {
  const sent = new Array<Sent | undefined>(members.length)
  for (const key in object) {
    const place = places.get(foldName(key))
    if (place === undefined || isIgnored(key)) continue
    sent[place.member] = { order: place.order, key, value: object[key], next: sent[place.member] }
  }
  return sent
}

function readItems<T, Needed extends keyof T & string>(
  prepared: Prepared<T>,
  value: unknown,
  needed: readonly Needed[],
  context: RecordContext,
): (Partial<T> & Pick<T, Needed>)[] | undefined {
  const items = listIn(value) ?? (objectIn(value) === undefined ? undefined : [value])
  return items?.flatMap((item) => {
    const object = objectIn(item)
    const result = object === undefined ? {} : readMembers(prepared, object, context)
    // The type cannot tell that every needed member was just looked for.
    if (needed.every((name) => name in result)) return [result as Partial<T> & Pick<T, Needed>]
    if (!isAbsent(item)) context.warn('', `objects with ${needed.join(' and ')}`, item)
    return []
  })
}

function firstReadable<T>(
  object: JsonObject,
  first: Sent,
  name: string,
  { normalize, expected, isAbsent }: Field<T>,
  context: RecordContext,
): T | undefined {
  for (const { key, value: sent } of inOrder(first)) {
    const value = unwrap(sent)
    TRACE: markUsed(object, key)
    if (isAbsent(value)) continue
    const read = normalize(value, context)
    if (read !== undefined) return read
    context.warn(`.${name}`, expected, value)
  }
  return undefined
}

function inOrder(first: Sent): readonly Sent[] {
  if (first.next === undefined) return [first]
  const list: Sent[] = []
  for (let one: Sent | undefined = first; one !== undefined; one = one.next) list.push(one)
  return list.sort((one, other) => one.order - other.order || (one.key < other.key ? -1 : 1))
}
