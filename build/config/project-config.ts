import { events } from '../../functions/events'
import { createRegistry } from '../../shared/properties/registry'
import { settingDefinitions } from '../../shared/settings/definitions'
import type { Config } from './config'
import { mappedNames } from './event-mappings'
import { readConfig } from './read-config'
import { settingsRefusals } from './settings-refusal'

const eventNames = events.map(({ name }) => name)

/** Reads a configuration file, by default the project's, and checks its names against the function's. */
export function readProjectConfig(file?: string): Config {
  return readConfig({ eventNames, settings: settingDefinitions, refusals }, file)
}

/** The names of all properties that a configuration maps. */
export function mappedNamesOf({ mappings }: Pick<Config, 'mappings'>): string[] {
  return mappedNames(mappings, eventNames)
}

/** Why the function would refuse every request with these settings, one line each. */
export function refusals(settings: object, config: Pick<Config, 'eventAliases' | 'mappings'>): string[] {
  const { eventAliases } = config
  const { isKnownName } = createRegistry(events, { eventAliases, mappedNames: mappedNamesOf(config) })
  return settingsRefusals({ ...settings }, isKnownName)
}
