import type { HistoryRules } from '../../backfill/body-result'
import { bundle } from '../../bundle/bundle'
import type { Context } from '../../cli/command'
import type { Config } from '../../config/config'
import { refusals } from '../../config/project-config'
import type { FunctionSettings } from '../../runtime'
import { UserError } from '../../system/errors'
import { settingsFor } from '../settings/environment'

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
 * Builds the function with the settings of an environment or, without a name, those that all share. The shared secret is
 * left out: it only authorizes requests, and the files are the user's own. Bodies are not kept: the rejected file has
 * them.
 */
export async function configuredFunction(
  config: Config,
  environmentName: string | undefined,
  wishes: Wishes,
  context: Context,
): Promise<ConfiguredFunction> {
  const settings = settingsFor(environmentName, config, context.io.env)
  const wrong = refusals(settings, config)
  if (wrong.length > 0) throw new UserError(`settings: ${wrong.join('; ')}`)
  const { code } = await context.screen.during('building the function …', () => bundle({ config }))
  const { isForWarehousesOnly, identify, ...rest } = wishes
  const backfill = environmentName === undefined ? undefined : config.environments[environmentName]?.backfill
  const integrations = isForWarehousesOnly ? warehousesOnly : backfill?.integrations
  return {
    code,
    settings: { ...settings, keepBodies: 'none' },
    rules: { ...rest, integrations, identify: identify ?? backfill?.identify ?? 'ids' },
  }
}
