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

/** What lies between a workspace and what the repository says. */
export interface Plan {
  readonly steps: readonly Step[]
  /** What only `--secrets` does, one line each. */
  readonly pending: readonly string[]
  /** Undefined when there is no function yet. */
  readonly ownership: Ownership | undefined
  /** How code that is not ours differs from ours. */
  readonly diff: string | undefined
  /** The ids of what is there. */
  readonly ids: Ids
}

export interface PlanOptions {
  /** Deploys all instances, whatever Segment says of them. */
  readonly redeploys?: boolean
  readonly sendsSecrets?: boolean
}

/**
 * Compares. Nothing is written.
 * @throws UserError when something is in the way that only a person can decide.
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

/** A description or logo is only for people. */
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
  return `${name} is not set in Segment; deploy with --secrets sets it from ${variable}`
}
