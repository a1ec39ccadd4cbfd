import { events } from '../../../functions/events'
import type { Config } from '../../config/config'
import { sharedSettings } from '../../config/shared-settings'
import type { FunctionSettings } from '../../runtime'
import { desiredOf } from '../../segment-api/desired'
import { environmentNamed } from '../../segment-api/environment'
import type { Variables } from '../../system/process'

export const settingsOfOption = {
  env: { kind: 'text', value: 'name', summary: 'with the settings of this environment, its secrets aside' },
} as const

/**
 * The settings of an environment, without secrets: bodies are run here, not authorised. Without a name, those that all
 * environments share.
 * @throws UserError when there is no such environment, or a variable that a setting names is not set.
 */
export function settingsFor(name: string | undefined, config: Config, variables: Variables): FunctionSettings {
  if (name === undefined) return sharedSettings(config)
  const environment = environmentNamed(name, config)
  return { ...desiredOf({ config, environment, code: '', events, variables }).source.settings }
}
