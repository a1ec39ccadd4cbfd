import path from 'node:path'
import { settingDefinitions } from '../../shared/settings/definitions'
import { choices } from '../../shared/settings/settings'
import { sampleFiles } from '../bodies/samples'
import type { FunctionSettings } from '../runtime'
import { UserError } from '../system/errors'
import type { ShownSetting, State } from './protocol'
import { folderOf } from './save-body'
import type { Workbench } from './workbench'

/** The folders of test cases, named after the events. */
export function eventFolders({ eventNames }: Workbench): string[] {
  return eventNames.map(folderOf)
}

export function stateOf(workbench: Workbench, samples: string, webhook: string): State {
  return {
    build: workbench.buildState,
    settings: shownSettings(workbench.settings),
    samples: sampleNames(samples),
    eventFolders: eventFolders(workbench),
    webhook,
  }
}

/** The samples in a directory, as relative paths with slashes. */
export function sampleNames(directory: string): string[] {
  return sampleFiles(directory).map((file) => path.relative(directory, file).replaceAll(path.sep, '/'))
}

/**
 * Checks changes of settings. Null unsets a setting.
 * @throws UserError when a name is not a setting, or the function would reject every request with the changed settings.
 */
export function checkSettings(workbench: Workbench, changes: FunctionSettings): void {
  const unknown = Object.keys(changes).find((name) => settingDefinitions.every((one) => one.name !== name))
  if (unknown !== undefined) throw new UserError(`unknown setting ${JSON.stringify(unknown)}`)
  const problems = workbench.settingsProblems(changes)
  if (problems.length > 0) throw new UserError(problems.join('\n'))
}

function shownSettings(settings: FunctionSettings): ShownSetting[] {
  return settingDefinitions.map(({ required: _, ...definition }) => {
    const value = settings[definition.name]
    const allowed = new Map<string, readonly string[]>(Object.entries(choices)).get(definition.name) ?? []
    const shown = definition.sensitive ? null : (value ?? null)
    return { ...definition, value: shown, isSet: value !== undefined, choices: allowed }
  })
}
