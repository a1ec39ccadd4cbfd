import { pickAll, type Shape, shape } from '../json/pick'
import { asList, isAbsent, isObject, type JsonObject } from '../json/values'
import type { WarnOfPart } from './property'

/** A member of a small object inside a property: the names it goes by, the preferred first, and how it is read. */
export interface Field<T> {
  readonly names: readonly string[]
  readonly normalize: (value: unknown, warn: WarnOfPart) => T | undefined
  /** What a value must be, for the warning about an unreadable one. */
  readonly expected: string
}

/** Declares a member: how it is read, what it must be, and its names. */
export function field<T>(normalize: Field<T>['normalize'], expected: string, ...names: readonly string[]): Field<T> {
  return { names, normalize, expected }
}

/** How the objects of one kind are read; see {@link record}. */
export interface RecordReader<T> {
  /** The members as sent. */
  pick(object: JsonObject): Partial<Record<keyof T & string, unknown>>
  /** The members that are readable; the others are reported. */
  read(sent: Partial<Record<keyof T & string, unknown>>, warn: WarnOfPart): Partial<T>
  /**
   * Reads a list of such objects (or one alone); undefined when it is neither. Items that are no objects, or lack one
   * of the needed members, are reported and left out.
   */
  readAll<Needed extends keyof T & string>(
    value: unknown,
    needed: readonly Needed[],
    warn: WarnOfPart,
  ): (Partial<T> & Pick<T, Needed>)[] | undefined
}

/** Declares the members of a kind of small object, such as a wallet or an answer, and what counts as missing. */
export function record<T extends object>(
  fields: { readonly [Name in keyof T & string]-?: Field<Exclude<T[Name], undefined>> },
  unlessMissing?: (sent: unknown) => unknown,
): RecordReader<T> {
  // Object.keys forgets the key type that the record has.
  const names = Object.keys(fields) as (keyof T & string)[]
  const wanted: Shape<keyof T & string> = shape(names.map((name) => [name, fields[name].names]))
  const reader: RecordReader<T> = {
    pick: (object) => pickAll(object, wanted, unlessMissing),
    read(sent, warn) {
      const result: Partial<T> = {}
      for (const name of names) {
        if (sent[name] === undefined) continue
        const value = fields[name].normalize(sent[name], warn)
        if (value === undefined) warn(`.${name}`, fields[name].expected, sent[name])
        else result[name] = value
      }
      return result
    },
    readAll(value, needed, warn) {
      if (typeof value !== 'object') return undefined
      const results: (Partial<T> & Pick<T, (typeof needed)[number]>)[] = []
      for (const item of asList(value)) {
        const result: Partial<T> = isObject(item) ? reader.read(reader.pick(item), warn) : {}
        // That every needed member was just looked for, the type cannot tell.
        if (needed.every((name) => name in result)) results.push(result as (typeof results)[number])
        else if (!isAbsent(item)) warn('', `objects with ${needed.join(' and ')}`, item)
      }
      return results
    },
  }
  return reader
}
