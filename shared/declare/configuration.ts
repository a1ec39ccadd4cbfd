import type { JsonObject } from '../json/values'

/** The part of segment.config.json that is built into the function. */
export interface Configuration {
  /** Further spellings of event types, each with the documented name it stands for. */
  readonly eventAliases: Readonly<Record<string, string>>
  /** Where events stand in a body. */
  readonly body?: BodyPaths
  /** The names of the mapped properties. */
  readonly mappedNames?: readonly string[]
  /**
   * Applies the mappings to an event, those that hold for its kind alone first. `eventName` is the documented name; it
   * is undefined for an unknown type.
   */
  readonly mapEvent?: (event: JsonObject, eventName: string | undefined) => readonly MappedValues[]
}

/** Paths of names, from the top of the body to the list of events, and from there to an event's details. */
export interface BodyPaths {
  readonly events?: readonly string[]
  readonly event?: readonly string[]
}

/** What the mapping language made of an event. */
export interface MappedValues {
  /** By the name of the property. */
  readonly values: Readonly<Record<string, unknown>>
  /** Names of the properties whose mapping failed. */
  readonly failed: readonly string[]
}
