import { isEmpty, type JsonObject } from '../json/values'
import { identifier } from '../normalize/identifier'
import type { Settings } from '../settings/settings'

/** Says that a part of a value, such as `[2].quantity`, was left out. */
export type WarnOfPart = (part: string, expected: string, value: unknown) => void

/**
 * Makes a property's value of what was sent, or undefined when that is unreadable. A list reports the items it leaves
 * out through `warn`.
 */
export type Normalize<T> = (value: unknown, settings: Settings, warn: WarnOfPart) => T | undefined

/** A section in which a property is sought, and the further names it has there. */
export interface Section {
  /** The section's path, such as `store` or `store.address`. */
  readonly at: string
  readonly as?: readonly string[]
}

export type PropertyType = 'string' | 'number' | 'boolean' | 'object' | 'array'

/**
 * Which values count that stand outside of an event: none; those around an event that no list holds; those around any
 * event, but not around its list; or all.
 */
export type OutsideUse = 'never' | 'unlisted' | 'wrapped' | 'always'

export interface Property<T = unknown> {
  /** The name under which Segment gets it. */
  readonly name: string
  readonly type: PropertyType
  /** What a value must be, for the warning about an unreadable one. */
  readonly expected: string
  /** Where it is sought, in order: in the layer itself, in its other places, in its sections. */
  readonly soughtIn: readonly Sought[]
  readonly outside: OutsideUse
  /** What it belongs to, such as a store. All values of a group come from the event, or all from outside of it. */
  readonly group: string | undefined
  readonly normalize: Normalize<T>
  /**
   * True for a value that stands for nobody or holds nothing, as read, or as sent where it is unreadable. It is passed
   * over without a warning.
   */
  isNobody(value: T | string, settings: Settings): boolean
  /** The folded name that means something else in some objects, such as a payment card's number. */
  readonly foreign: { readonly name: string; isIn(object: JsonObject): boolean } | undefined
  /** Completes the value from the rest of the event, also when nothing is sent under its names. */
  complete(found: T | undefined, reading: Reading): T | undefined
  /** The name of the trait it becomes, when it describes the guest. */
  readonly trait: string | undefined
  /** False for what is only a trait or an identity, and no property of the track call. */
  readonly track: boolean
}

/** A value as it was sent. */
export interface SentValue {
  /** The key under which it stands, as spelt. */
  readonly key: string
  readonly value: unknown
}

/** What an event says of its type. */
export interface SentType {
  /** The texts that could name it, the first sought first. */
  readonly candidates: readonly string[]
  /** The first of them, when it is not one of the documented names and the event is not tracked under it. */
  readonly unfamiliar: string | undefined
  /** The documented event; when it is a transaction, its `status` is the state of that. */
  readonly definition: { readonly isTransaction: boolean } | undefined
}

/** What a property may ask of the event that it is read from. */
export interface Reading {
  readonly settings: Settings
  readonly type: SentType
  /** A property's value, completed from the rest of the event. */
  get<T>(property: Property<T>): T | undefined
  /** The first readable value of a property, as it stands in the event. */
  find<T>(property: Property<T>): T | undefined
  /** Every value sent under a property's names, the first looked at first. */
  sentValues(property: Property): readonly SentValue[]
  /** Whether anything in the event's own layers is under one of the property's names. */
  holds(property: Property): boolean
  /** Warns, once for each property, that a value was left out. `received` tells its type or shape, never the value. */
  warn(name: string, expected: string, received: string, part?: string): void
}

/** A place, and the names a property has there, the preferred first. */
export interface Sought {
  /** `event` for the layer itself, or the path of a place or section, such as `store.address`. */
  readonly at: string
  /** `name[0]` stands for the first item of a list, `.` for the section itself. */
  readonly names: readonly string[]
}

/** Where an event's details may stand outside of sections; `event` is the layer itself. */
export const places = ['event', 'properties', 'traits', 'transaction'] as const

/** What a property has to say of itself; the rest has defaults. */
export type Definition<T> = Pick<Property<T>, 'name' | 'normalize'> &
  Partial<
    Pick<
      Property<T>,
      'type' | 'expected' | 'track' | 'complete' | 'trait' | 'outside' | 'group' | 'isNobody' | 'foreign'
    >
  > & {
    /** Names beside its own, which is the first. */
    readonly also?: readonly string[]
    /** All its names, where its own is not the first. */
    readonly names?: readonly string[]
    readonly sections?: readonly Section[]
    /** The places outside of sections; default: all. */
    readonly places?: readonly string[]
  }

const expectedOf: Readonly<Record<PropertyType, string>> = {
  string: 'text',
  number: 'a decimal number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
}

/**
 * Declares a property: all there is to know about it, in one place. It is text, sought everywhere, unless it says
 * otherwise. All properties have the same members in the same order, which makes reading them fast.
 */
export function property<T>(definition: Definition<T>): Property<T> {
  const { name, normalize, type = 'string', also = [], names = [name, ...also], sections = [] } = definition
  const inPlaces = (definition.places ?? places).map((at) => ({ at, names }))
  const inSections = sections.map(({ at, as = [] }) => ({ at, names: [...names, ...as] }))
  // Besides text, ids and codes may be numbers. The warning about an unreadable one should say so.
  const usual = normalize === (identifier as unknown) ? 'text or a whole number below 2^53' : expectedOf[type]
  const { expected = usual, outside = 'wrapped', track = true, trait, group } = definition
  const { isNobody = isEmpty, foreign, complete = keep } = definition
  const soughtIn = [...inPlaces, ...inSections]
  return { name, type, expected, soughtIn, outside, group, normalize, isNobody, foreign, complete, trait, track }
}

function keep<T>(found: T | undefined): T | undefined {
  return found
}

/** Whether it may have a value though nothing is sent under its names. */
export function isDerived(property: Property): boolean {
  return property.complete !== keep
}

/** The names under which a property is sought in a layer itself. */
export function namesOf(property: Property): readonly string[] {
  return property.soughtIn[0]?.names ?? []
}
