import { listIn, objectIn } from '../json/json-text'
import { keysAmong, orderAmong } from '../json/keys'
import { isAbsent, type JsonObject, unwrap } from '../json/values'
import type { Settings } from '../settings/settings'
import type { Normalize, WarnOfPart } from './property'
import { markUsage } from './usage'

/** A member of a small object inside a property: the names it has, the preferred first, and how it is read. */
export interface Field<T> {
  readonly names: readonly string[]
  readonly normalize: Normalize<T>
  /** What a value must be, for the warning about an unreadable one. */
  readonly expected: string
  /** Whether a value counts as missing. Default: the rule of all properties. */
  readonly isAbsent: (value: unknown) => boolean
}

/** Declares a member: how it is read, what it must be, and its names. */
export function field<T>(normalize: Normalize<T>, expected: string, ...names: readonly string[]): Field<T> {
  return { names, normalize, expected, isAbsent }
}

/** How the objects of one kind are read; see {@link record}. */
export interface RecordReader<T> {
  /** Whether a key spells one of the members. */
  isMember(key: string): boolean
  /** The readable members. Of the values of one member the first readable one wins; it warns of the others. */
  read(object: JsonObject, settings: Settings, warn: WarnOfPart): Partial<T>
  /**
   * How a list of such objects, or one alone, is read; undefined when it is neither. It warns of items that are no
   * objects or lack one of the needed members, and leaves them out.
   */
  list<Needed extends keyof T & string>(...needed: readonly Needed[]): Normalize<(Partial<T> & Pick<T, Needed>)[]>
}

type Fields<T> = { readonly [Name in keyof T & string]-?: Field<Exclude<T[Name], undefined>> }

/** Declares the members of a kind of small object, such as a wallet or an answer. */
export function record<T extends object>(fields: Fields<T>): RecordReader<T> {
  // Object.keys forgets the key type that the record has.
  const members = Object.keys(fields) as (keyof T & string)[]
  const named = members.flatMap((member) => fields[member].names.map((name) => ({ name, member, ...fields[member] })))
  const orderOf = orderAmong(named.map(({ name }) => name))

  function read(object: JsonObject, settings: Settings, warn: WarnOfPart): Partial<T> {
    const result: Partial<T> = {}
    let done: string | undefined
    for (const key of spellings(object, orderOf, named.length)) {
      const field = key === undefined ? undefined : named[orderOf(key)]
      if (key === undefined || field === undefined || field.member === done) continue
      const value = readMember(object, key, field, settings, warn)
      if (value === undefined) continue
      result[field.member] = value
      done = field.member
    }
    return result
  }

  function list<Needed extends keyof T & string>(...needed: readonly Needed[]) {
    const expected = `objects with ${needed.join(' and ')}`
    return (value: unknown, settings: Settings, warn: WarnOfPart) => {
      const items = listIn(value) ?? (objectIn(value) && [value])
      const results = items?.map((item, index) => {
        const object = objectIn(item)
        const result = object === undefined ? {} : read(object, settings, warn)
        // The type cannot tell that every needed member was just looked for.
        if (needed.every((name) => name in result)) return result as Partial<T> & Pick<T, Needed>
        if (isAbsent(item)) return undefined
        TRACE: markUsage(items, index, { verdict: 'unreadable', part: '', expected })
        warn('', expected, item)
        return undefined
      })
      return results?.filter((result) => result !== undefined)
    }
  }

  return { isMember: (key) => orderOf(key) !== -1, read, list }
}

function readMember<T>(
  object: JsonObject,
  key: string,
  { member, normalize, expected, isAbsent }: Field<T> & { readonly member: string },
  settings: Settings,
  warn: WarnOfPart,
): T | undefined {
  const value = unwrap(object[key])
  if (isAbsent(value)) return undefined
  const readable = normalize(value, settings, warn)
  const part = `.${member}`
  TRACE: markUsage(object, key, { verdict: readable === undefined ? 'unreadable' : 'used', part, expected })
  if (readable === undefined) warn(part, expected, value)
  return readable
}

/**
 * The keys that spell a name, by the order of the names; undefined for a name that is absent. Lists of many small
 * objects are what takes time, so nothing is sorted unless two keys spell one name.
 */
function spellings(object: object, orderOf: (key: string) => number, most: number): readonly (string | undefined)[] {
  const keys = new Array<string | undefined>(most)
  for (const key in object) {
    const order = orderOf(key)
    if (order === -1) continue
    if (keys[order] !== undefined) return keysAmong(object, orderOf)
    keys[order] = key
  }
  return keys
}
