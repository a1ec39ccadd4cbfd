import type { Configuration } from '../declare/configuration'
import type { EventDefinition } from '../declare/event'
import type { Property } from '../declare/property'
import { foldName } from '../json/keys'
import { innerSources, sharedProperties, sharedSources } from './index'

/** All that is known of events and properties, prepared once for the requests to come. */
export interface Registry {
  readonly configuration: Configuration
  /** Every property that is read from an event. */
  readonly properties: readonly Property[]
  /** The event of a folded type, by name, alias or `eventAliases`. */
  readonly events: ReadonlyMap<string, EventDefinition>
  /** Folded names and aliases that Paytronix's own documents have for events. */
  readonly documentedTypes: ReadonlySet<string>
  /** The known property that a mapping's name stands for, by folded name. */
  readonly propertiesByName: ReadonlyMap<string, Property>
  /** Whether a folded name is that of a property or trait that may be emitted. */
  readonly isKnownName: (name: string) => boolean
}

/** Prepares the events and the configuration. */
export function createRegistry(events: readonly EventDefinition[], configuration: Configuration): Registry {
  const own = events.flatMap(({ properties }) => properties)
  const named = [...new Set([...sharedProperties, ...sharedSources, ...own])]
  const names = named.flatMap(({ name, track, trait }) => [track ? name : '', trait ?? ''])
  const known = new Set([...names, ...(configuration.mappedNames ?? [])].map(foldName))
  const documented = new Map(
    events.flatMap((event) => [event.name, ...event.aliases].map((name) => [foldName(name), event])),
  )
  return {
    configuration,
    properties: [...named, ...innerSources],
    events: withAliases(documented, configuration.eventAliases),
    documentedTypes: new Set(documented.keys()),
    propertiesByName: new Map(named.map((property) => [foldName(property.name), property])),
    isKnownName: (name) => known.has(name) || /^wallet.+(?:balance|label)$/.test(name),
  }
}

function withAliases(
  documented: ReadonlyMap<string, EventDefinition>,
  eventAliases: Readonly<Record<string, string>>,
): ReadonlyMap<string, EventDefinition> {
  const events = new Map(documented)
  for (const [alias, name] of Object.entries(eventAliases)) {
    const event = documented.get(foldName(name))
    if (event !== undefined) events.set(foldName(alias), event)
  }
  return events
}
