import { events } from '../../../functions/events'
import type { HistoryRules } from '../../backfill/body-result'
import { bundle } from '../../bundle/bundle'
import type { Context } from '../../cli/command'
import type { Config, EnvironmentConfig } from '../../config/config'
import { refusals } from '../../config/project-config'
import { sharedSettings } from '../../config/shared-settings'
import type { FunctionSettings } from '../../runtime'
import { desiredOf } from '../../segment-api/desired'
import { UserError } from '../../system/errors'

/** The function as it is deployed, and what a backfill sends of its calls. */
export interface ConfiguredFunction {
  readonly code: string
  readonly settings: FunctionSettings
  readonly rules: HistoryRules
}

/** What the command line says of the calls. */
export interface Wishes extends Pick<HistoryRules, 'period' | 'shard' | 'sendsUndated'> {
  /** Undefined: as the environment says. */
  readonly identify: HistoryRules['identify'] | undefined
  readonly isForWarehousesOnly: boolean
}

/**
 * The `integrations` object (Segment Spec, "Common Fields"; Filtering your Segment Data). `All` means every destination
 * that is not named. Warehouses have their own key.
 */
const warehousesOnly = { All: false, Warehouses: { all: true } }

/**
 * Builds the function with the settings of an environment, or those that all share. The shared secret is left out: it
 * only authorizes requests, and the files are the user's own. Bodies are not kept: the rejected file has them.
 */
export async function configuredFunction(
  config: Config,
  environment: EnvironmentConfig | undefined,
  wishes: Wishes,
  context: Context,
): Promise<ConfiguredFunction> {
  const { code } = await context.screen.during('building the function …', () => bundle({ config }))
  const settings = environment === undefined ? sharedSettings(config) : settingsOf(environment, config, code, context)
  const { isForWarehousesOnly, identify, ...rest } = wishes
  const backfill = environment?.backfill
  const integrations = isForWarehousesOnly ? warehousesOnly : backfill?.integrations
  return {
    code,
    settings: { ...settings, keepBodies: 'none' },
    rules: { ...rest, integrations, identify: identify ?? backfill?.identify ?? 'ids' },
  }
}

function settingsOf(environment: EnvironmentConfig, config: Config, code: string, { io }: Context): FunctionSettings {
  const { settings } = desiredOf({ config, environment, code, events, variables: io.env }).source
  const wrong = refusals(settings, config)
  if (wrong.length > 0) throw new UserError(`settings: ${wrong.join('; ')}`)
  return { ...settings }
}
