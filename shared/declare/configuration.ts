import type { JsonObject } from '../json/values'
import type { Found } from '../read/reader'
import type { Reading } from '../read/reading'
import type { Registry } from './registry'

/** The part of segment.config.json that is built into the function. */
export interface Configuration {
  /** Further spellings of event types, each with the documented name it stands for. */
  readonly eventAliases: Readonly<Record<string, string>>
  /** The names of the mapped properties. */
  readonly mappedNames?: readonly string[]
  /** Applies the mappings to an event and what its envelope says. */
  readonly mapEvent?: (event: JsonObject, registry: Registry) => Mapped
}

/** What the configuration's mappings made of one event. */
export interface Mapped {
  /** The mapping of a known property takes the place of what was found under its names. */
  readonly replace: (found: Found) => Found
  /** Adds the mapped properties to those of a track call. */
  readonly addTo: (properties: Record<string, unknown>, reading: Reading) => void
}
