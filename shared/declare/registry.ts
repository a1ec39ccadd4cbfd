import { foldLetters, foldName } from '../json/keys'
import type { JsonObject } from '../json/values'
import { innerSources, sharedProperties, sharedSources } from '../properties'
import { createFinder, type Found } from '../read/reader'
import type { Configuration } from './configuration'
import type { EventDefinition } from './event'
import type { Property } from './property'

/** All that is known of events and properties, prepared once for the requests to come. */
export interface Registry {
  readonly configuration: Configuration
  /** Finds the candidates of every known property in an event. */
  readonly find: (event: JsonObject) => Found
  /** The event of a folded type, by name or alias. */
  readonly events: ReadonlyMap<string, EventDefinition>
  /** The known property a mapping's name stands for, by folded name. */
  readonly properties: ReadonlyMap<string, Property>
  /** Whether a folded name is that of a property or trait that may be emitted. */
  readonly isKnownName: (name: string) => boolean
}

/** Prepares the events and the configuration. */
export function createRegistry(events: readonly EventDefinition[], configuration: Configuration): Registry {
  const own = events.flatMap(({ properties }) => properties)
  const properties = [...new Set([...sharedProperties, ...sharedSources, ...own])]
  const names = properties.flatMap(({ name, track, trait }) => [track ? name : '', trait ?? ''])
  const known = new Set([...names, ...(configuration.mappedNames ?? [])].map(foldName))
  return {
    configuration,
    find: createFinder([...properties, ...innerSources]),
    events: eventsByType(events, configuration.eventAliases),
    properties: new Map(properties.map((property) => [foldName(property.name), property])),
    isKnownName: (name) => known.has(name) || /^wallet.+(?:balance|label)$/.test(name),
  }
}

function eventsByType(
  events: readonly EventDefinition[],
  eventAliases: Readonly<Record<string, string>>,
): ReadonlyMap<string, EventDefinition> {
  const byType = new Map(
    events.flatMap((event) => [event.name, ...event.aliases].map((name) => [foldLetters(name), event])),
  )
  for (const [alias, name] of Object.entries(eventAliases)) {
    const event = byType.get(foldLetters(name))
    if (event !== undefined) byType.set(foldLetters(alias), event)
  }
  return byType
}
