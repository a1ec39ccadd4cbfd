import { codeDiff } from './code-diff'
import { deploymentSteps, newDeploymentStep } from './deployment-steps'
import type { Desired } from './desired'
import { functionSteps } from './function-steps'
import { catalogIdOf } from './functions'
import { type Ownership, ownershipOf } from './ownership'
import type { Remote } from './remote'
import { missingSecrets } from './source-settings'
import { sourceSteps } from './source-steps'
import type { Ids, Step } from './step'
import { trackingPlanSteps } from './tracking-plan-steps'

/** The difference between a workspace and the repository. */
export interface Plan {
  readonly steps: readonly Step[]
  /** Changes that need `--secrets`, one line each. */
  readonly pending: readonly string[]
  /** Undefined when the function does not exist yet. */
  readonly ownership: Ownership | undefined
  /** The diff between foreign or edited code and ours. */
  readonly diff: string | undefined
  /** The ids of existing things. */
  readonly ids: Ids
}

export interface PlanOptions {
  /** Whether to deploy all instances, even those that are up to date. */
  readonly redeploys?: boolean
  readonly sendsSecrets?: boolean
}

/**
 * Compares a workspace with the repository. Writes nothing.
 * @throws UserError for a conflict that a person must resolve.
 */
export function planOf(desired: Desired, remote: Remote, options: PlanOptions = {}): Plan {
  const { redeploys = false, sendsSecrets = false } = options
  const saved = functionSteps(desired, remote.function)
  const isBehind = saved.some(changesWhatRuns) || remote.function?.isLatestVersion !== true || redeploys
  const ownership = remote.function && ownershipOf(remote.function.code, desired.code)
  return {
    steps: [
      ...saved,
      ...sourceSteps(desired, remote, sendsSecrets),
      ...trackingPlanSteps(desired, remote),
      ...(isBehind ? deploymentSteps(remote.instances) : []),
      ...(remote.source === undefined ? [newDeploymentStep(desired.source.slug)] : []),
    ],
    pending:
      sendsSecrets || remote.source === undefined
        ? []
        : missingSecrets(desired.source, remote.source).map(pendingSecret),
    ownership,
    diff:
      ownership === undefined || ownership === 'ours' ? undefined : codeDiff(remote.function?.code ?? '', desired.code),
    ids: idsOf(remote),
  }
}

/** Description and logo do not affect the running function. */
function changesWhatRuns({ action, details }: Step): boolean {
  return action === 'create' || details.some(({ field }) => field !== 'description' && field !== 'logo')
}

function idsOf({ function: found, source, trackingPlan }: Remote): Ids {
  return {
    ...(found && { function: found.id, catalog: catalogIdOf(found) }),
    ...(source && { source: source.id }),
    ...(trackingPlan && { trackingPlan: trackingPlan.id }),
  }
}

function pendingSecret([name, { variable }]: readonly [string, { readonly variable: string }]): string {
  return `${name} is not set in Segment; deploy with --secrets to set it from ${variable}`
}
