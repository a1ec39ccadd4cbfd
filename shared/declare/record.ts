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
  /** Whether a value says nothing; the same as everywhere, unless told otherwise. */
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

/** Declares the members of a kind of small object, such as a wallet or an answer. */
export function record<T extends object>(fields: Fields<T>): RecordReader<T> {
  // Object.keys forgets the key type that the record has.
  const names = Object.keys(fields) as (keyof T & string)[]
  const places = new Map<string, { readonly member: number; readonly order: number }>()
  for (const [member, name] of names.entries()) {
    fields[name].names.forEach((one, order) => places.set(foldName(one), { member, order }))
  }

  function sentIn(object: JsonObject): (Sent | undefined)[] {
    const sent = new Array<Sent | undefined>(names.length)
    for (const key in object) {
      const place = places.get(foldName(key))
      if (place === undefined || isIgnored(key)) continue
      sent[place.member] = { order: place.order, key, value: object[key], next: sent[place.member] }
    }
    return sent
  }

  function read(object: JsonObject, context: RecordContext): Partial<T> {
    const result: Partial<T> = {}
    const sent = sentIn(object)
    for (const [member, name] of names.entries()) {
      const first = sent[member]
      if (first === undefined) continue
      const value = firstReadable(object, first, name, fields[name], context)
      if (value !== undefined) result[name] = value
    }
    return result
  }

  return {
    read,
    readAll(value, needed, context) {
      const items = listIn(value) ?? (objectIn(value) === undefined ? undefined : [value])
      if (items === undefined) return undefined
      const results: (Partial<T> & Pick<T, (typeof needed)[number]>)[] = []
      for (const item of items) {
        const object = objectIn(item)
        const result: Partial<T> = object === undefined ? {} : read(object, context)
        // The type cannot tell that every needed member was just looked for.
        if (needed.every((name) => name in result)) results.push(result as (typeof results)[number])
        else if (!isAbsent(item)) context.warn('', `objects with ${needed.join(' and ')}`, item)
      }
      return results
    },
  }
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
