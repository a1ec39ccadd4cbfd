import { identifier } from '../normalize/identifier'
import type { Reading } from '../read/reading'
import type { Settings } from '../settings/settings'

/** Says that a part of a value, such as `[2].quantity`, was left out. */
export type WarnOfPart = (part: string, expected: string, value: unknown) => void

/**
 * Makes a property's value of what was sent, or undefined of what is unreadable. Settings tell, for one, the time
 * zone; a list reports the items it leaves out through `warn`.
 */
export type Normalize<T> = (value: unknown, settings: Settings, warn: WarnOfPart) => T | undefined

/** A section in which a property is sought, and the further names it goes by there. */
export interface Section {
  /** The section's path, such as `store` or `store.address`. */
  readonly at: string
  readonly as?: readonly string[]
}

export type PropertyType = 'string' | 'number' | 'boolean' | 'object' | 'array'

export interface Property<T = unknown> {
  /** Its place in the tables of the reader. */
  readonly id: number
  /** The name under which Segment gets it. */
  readonly name: string
  readonly type: PropertyType
  /** What a value must be, for the warning about an unreadable one. */
  readonly expected: string
  /** Where it is sought, in order: at the event's top level and in its wrapper, in the other places, in sections. */
  readonly soughtIn: readonly Sought[]
  readonly normalize: Normalize<T>
  /** Completes the value from the rest of the event, for what one place alone cannot tell. */
  complete(found: T | undefined, reading: Reading): T | undefined
  /** The name of the trait it becomes, when it describes the guest. */
  readonly trait: string | undefined
  /** False for what is only a trait or an identity, and no property of the track call. */
  readonly track: boolean
}

/** A place, and the names a property goes by there, the preferred first. */
export interface Sought {
  /** `event`, or the path of a place or section, such as `store.address`. */
  readonly at: string
  /** `name[0]` stands for the first item of a list, `.` for the section itself. */
  readonly names: readonly string[]
}

/** Where an event's details may stand outside its sections; `event` is its top level, then its wrapper. */
export const places = ['event', 'properties', 'traits', 'transaction'] as const

/** What a property has to say of itself; the rest goes without saying. */
export type Definition<T> = Pick<Property<T>, 'name' | 'normalize'> &
  Partial<Pick<Property<T>, 'type' | 'expected' | 'track' | 'complete' | 'trait'>> & {
    /** Names beside its own, which is the first. */
    readonly also?: readonly string[]
    /** All its names, where its own is not the first. */
    readonly names?: readonly string[]
    readonly sections?: readonly Section[]
    /** The places outside sections; all unless told otherwise. */
    readonly places?: readonly string[]
  }

const expectedOf: Readonly<Record<PropertyType, string>> = {
  string: 'text',
  number: 'a decimal number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
}

let declared = 0

/**
 * Declares a property: all the function has to know about it, in one place. It is text, sought everywhere, unless it says
 * otherwise. All properties have the same members in the same order, which makes reading them fast. `describe` says
 * what people read about it.
 */
export function property<T>(definition: Definition<T>): Property<T> {
  const { name, type = 'string', also = [], names = [name, ...also], sections = [], track = true } = definition
  const { normalize, trait } = definition
  const outside = (definition.places ?? places).map((at) => ({ at, names }))
  const inside = sections.map(({ at, as = [] }) => ({ at, names: [...names, ...as] }))
  const soughtIn = [...outside, ...inside]
  const complete = definition.complete ?? ((found) => found)
  // Beside text, ids and codes may be numbers: the warning about one that is not should say so.
  const usual = normalize === (identifier as unknown) ? 'text or a whole number below 2^53' : expectedOf[type]
  const { expected = usual } = definition
  return { id: declared++, name, type, expected, soughtIn, normalize, complete, trait, track }
}

/** The names under which a property is sought at an event's top level. */
export function namesOf(property: Property): readonly string[] {
  return property.soughtIn[0]?.names ?? []
}
