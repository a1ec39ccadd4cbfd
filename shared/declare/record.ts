import { inOrder, type Ranked } from '../json/in-order'
import { listIn, objectIn } from '../json/json-text'
import { foldName, isIgnored } from '../json/keys'
import { memo } from '../json/memo'
import { isAbsent, type JsonObject, unwrap } from '../json/values'
import type { Settings } from '../settings/settings'
import type { WarnOfPart } from './property'
import { markUsage } from './usage'

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
  /** Whether a key spells one of the members. */
  isMember(key: string): boolean
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

/** A value sent for a member. */
interface Sent extends Ranked<Sent> {
  readonly value: unknown
}

/** The fields, prepared: the members in order, and by folded name which member it is and how much it is preferred. */
interface Prepared<T> {
  readonly fields: Fields<T>
  readonly members: readonly (keyof T & string)[]
  readonly placeOf: (key: string) => Place
}

interface Place {
  readonly member: number
  readonly rank: number
}

const nowhere: Place = { member: -1, rank: 0 }

/** Declares the members of a kind of small object, such as a wallet or an answer. */
export function record<T extends object>(fields: Fields<T>): RecordReader<T> {
  // Object.keys forgets the key type that the record has.
  const members = Object.keys(fields) as (keyof T & string)[]
  const places = new Map(
    members.flatMap((name, member) =>
      fields[name].names.map((one, rank) => [foldName(one), { member, rank }] as const),
    ),
  )
  const placeOf = memo((key: string) => (isIgnored(key) ? nowhere : (places.get(foldName(key)) ?? nowhere)))
  const prepared: Prepared<T> = { fields, members, placeOf }
  return {
    isMember: (key) => placeOf(key) !== nowhere,
    read: (object, context) => readMembers(prepared, object, context),
    readAll: (value, needed, context) => readItems(prepared, value, needed, context),
  }
}

function readMembers<T>(prepared: Prepared<T>, object: JsonObject, context: RecordContext): Partial<T> {
  const { fields, members } = prepared
  const result: Partial<T> = {}
  const sent = sentIn(prepared, object)
  members.forEach((name, member) => {
    const first = sent[member]
    const value = first && firstReadable(object, first, name, fields[name], context)
    if (value !== undefined) result[name] = value
  })
  return result
}

/** Arrays by member instead of objects by name: lists of many small objects are what takes time. */
function sentIn<T>({ members, placeOf }: Prepared<T>, object: JsonObject): readonly (Sent | undefined)[] {
  const sent = new Array<Sent | undefined>(members.length)
  for (const key in object) {
    const { member, rank } = placeOf(key)
    if (member !== -1) sent[member] = { rank, key, value: object[key], next: sent[member] }
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
  const results: (Partial<T> & Pick<T, Needed>)[] = []
  items?.forEach((item, index) => {
    const object = objectIn(item)
    const result = object === undefined ? {} : readMembers(prepared, object, context)
    // The type cannot tell that every needed member was just looked for.
    if (needed.every((name) => name in result)) {
      results.push(result as Partial<T> & Pick<T, Needed>)
    } else if (!isAbsent(item)) {
      const expected = `objects with ${needed.join(' and ')}`
      TRACE: markUsage(items, index, { verdict: 'unreadable', part: '', expected })
      context.warn('', expected, item)
    }
  })
  return items && results
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
    if (isAbsent(value)) continue
    const read = normalize(value, context)
    TRACE: markUsage(object, key, { verdict: read === undefined ? 'unreadable' : 'used', part: `.${name}`, expected })
    if (read !== undefined) return read
    context.warn(`.${name}`, expected, value)
  }
  return undefined
}
