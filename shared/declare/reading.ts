import type { Settings } from '../settings/settings'
import type { EventDefinition } from './event'
import type { Property } from './property'

/** A value as it was sent. */
export interface SentValue {
  /** The key under which it stands, as spelt. */
  readonly key: string
  readonly value: unknown
}

/** What a property may ask of the event that it is read from. */
export interface Reading {
  readonly settings: Settings
  /** The documented event; undefined for one of an unknown type. */
  readonly definition: EventDefinition | undefined
  /** The texts that could name the event's type, the first sought first. */
  readonly types: readonly string[]
  /** Whether a property may have a value: it is sent, or made of others. */
  mayHave(property: Property): boolean
  /** A property's value, completed from the rest of the event. */
  get<T>(property: Property<T>): T | undefined
  /** The first readable value of a property, as it stands in the event. */
  find<T>(property: Property<T>): T | undefined
  /** What a property makes of a value; a warning tells when that is nothing. */
  read<T>(property: Property<T>, sent: unknown): T | undefined
  /** Every value sent under a property's names, the first looked at first. */
  sentValues(property: Property): readonly SentValue[]
  /** Whether anything in the event's own layers is under one of the property's names. */
  holds(property: Property): boolean
  /** The type as sent, when it is not one of the documented names and the event is not tracked under it. */
  readonly unfamiliarType: string | undefined
  /**
   * Warns, once for each property, that a value was left out, and how many others like it. It never shows the value.
   */
  warn(name: string, expected: string, value: unknown, part?: string, others?: number): void
}
