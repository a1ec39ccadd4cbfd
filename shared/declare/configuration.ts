import type { JsonObject } from '../json/values'
import type { Property, Reading, SentValue } from './property'

/** The part of segment.config.json that is built into the function. What is not configured is not built in. */
export interface Configuration {
  /** Further spellings of event types, each with the documented name it stands for. */
  readonly eventAliases: Readonly<Record<string, string>>
  /** Where events stand in a body. */
  readonly body?: ConfiguredBody
  /** The names of the mapped properties. */
  readonly mappedNames?: readonly string[]
  /**
   * Applies the mappings to an event, those that hold for its kind alone first. `objects` are its outermost one and what
   * stands around it, from the inside out. `eventName` is the documented name; it is undefined for an unknown type. `properties` are the known ones by folded name.
   */
  readonly mapEvent?: (
    objects: readonly JsonObject[],
    eventName: string | undefined,
    properties: ReadonlyMap<string, Property>,
  ) => MappedValues
}

/** Finds events where segment.config.json says that they stand. */
export interface ConfiguredBody {
  /** The list of events, or undefined when the body has none there. */
  readonly listIn: (body: JsonObject) => ConfiguredList | undefined
  /** The objects from an event to its details; none when the way ends early. */
  readonly stepsIn: (event: JsonObject) => readonly PathStep[]
  /** The texts that stand where the configuration says that the type does, one for each layer that has it. */
  readonly typesIn: (layers: readonly LayerObject[]) => readonly NamedType[]
}

/** A layer of an event, and the keys that lead to it, which the deployed function leaves out. */
export interface LayerObject {
  readonly object: JsonObject
  path?: readonly string[]
}

/** A text that may name an event's type, and the keys that lead to it, which the deployed function leaves out. */
export interface NamedType {
  readonly type: string
  path?: readonly string[]
}

export interface ConfiguredList {
  readonly items: readonly unknown[]
  readonly steps: readonly PathStep[]
}

/** An object on the way along a path, and the key under which the way goes on. */
export interface PathStep {
  readonly object: JsonObject
  readonly innerKey: string | undefined
}

/** A value of a known property, held like those that are found in the event. */
export interface MappedValue extends SentValue {
  readonly rank: number
  readonly person: undefined
  readonly next: MappedValue | undefined
}

/** What the configuration's mappings make of an event. */
export interface MappedValues {
  /** Values of known properties. They are looked at first. */
  readonly found: { readonly values: Map<Property, MappedValue> }
  /** Values of the configuration's own properties. */
  readonly custom: JsonObject
  /** Names of properties whose mapping failed. */
  readonly failed: readonly string[]
  /** Adds the configuration's own properties, and warns of those that cannot be mapped. */
  readonly addCustom: (properties: Record<string, unknown>, reading: Reading) => void
}
