import path from 'node:path'
import { events } from '../../functions/events'
import { createRegistry } from '../../shared/properties/registry'
import { settingDefinitions } from '../../shared/settings/definitions'
import { writeOutput } from '../system/output'
import { type ChangedFile, changedFile } from './change'
import type { Config, ConfigChange } from './config'
import { mappedNames } from './event-mappings'
import { configOf, type FunctionFacts, readConfig } from './read-config'
import { settingsRefusals } from './settings-refusal'

const eventNames = events.map(({ name }) => name)
const facts: FunctionFacts = { eventNames, settings: settingDefinitions, refusals }

/** Reads a configuration file, and checks its names against the function's. */
export function readProjectConfig(file: string): Config {
  return readConfig(facts, file)
}

/**
 * Writes changes to a configuration file, and returns its text before and after.
 * @throws UserError when the changed configuration would be wrong, or the file cannot be written.
 */
export function writeChange(file: string, changes: readonly ConfigChange[]): ChangedFile {
  const changed = changedFile(file, changes)
  configOf(changed.after, path.basename(file), facts)
  writeOutput(file, changed.after)
  return changed
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
