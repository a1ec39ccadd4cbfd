import { events } from '../../functions/events'
import { createRegistry } from '../../shared/declare/registry'
import { settingDefinitions } from '../../shared/settings/definitions'
import type { Config } from './config'
import { readConfig } from './read-config'
import { settingsRefusals } from './settings-refusal'

/** The project's configuration, or that of another file, checked against what the function knows. */
export function readProjectConfig(file?: string): Config {
  return readConfig({ eventNames: events.map(({ name }) => name), settings: settingDefinitions, refusals }, file)
}

/** Why the function would refuse these settings, and with them every request, one line each. */
export function refusals(settings: object, { eventAliases, mappings }: Config): string[] {
  const { isKnownName } = createRegistry(events, { eventAliases, mappedNames: Object.keys(mappings) })
  return settingsRefusals({ ...settings }, isKnownName)
}
