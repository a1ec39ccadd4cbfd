import { events } from '../../functions/events'
import { createRegistry } from '../../shared/declare/registry'
import { settingDefinitions } from '../../shared/settings/definitions'
import type { Config } from '../config/config'
import { readConfig } from '../config/read-config'
import { settingsRefusals } from '../config/settings-refusal'
import { type Bundle, bundle } from './bundle'

/** The project's configuration, or that of another file, checked against what the function knows. */
export function readProjectConfig(file?: string): Config {
  return readConfig({ eventNames: events.map(({ name }) => name), settings: settingDefinitions, refusals }, file)
}

/** Why the function would refuse these settings, and with them every request, one line each. */
export function refusals(settings: object, { eventAliases, mappings }: Config): string[] {
  const { isKnownName } = createRegistry(events, { eventAliases, mappedNames: Object.keys(mappings) })
  return settingsRefusals({ ...settings }, isKnownName)
}

/** Builds the function from the sources and the configuration as they are now, in memory. */
export function buildFunction(): Promise<Bundle> {
  return bundle({ config: readProjectConfig() })
}
