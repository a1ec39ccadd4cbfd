import { deploymentSteps, newDeploymentStep } from './deployment-steps'
import type { Desired } from './desired'
import { catalogIdOf } from './function-ids'
import { functionSteps } from './function-steps'
import { type Guard, guardsOf } from './guards'
import { notesOf } from './notes'
import { type Ownership, ownershipOf } from './ownership'
import type { Remote } from './remote'
import { shortDiff } from './short-diff'
import { creationSteps, type SourceOptions, updateSteps } from './source-steps'
import type { Ids, Step } from './step'
import { connectionSteps, trackingPlanSteps } from './tracking-plan-steps'

/** The difference between a workspace and the repository. */
export interface Plan {
  readonly steps: readonly Step[]
  /** What only a person may permit. */
  readonly guards: readonly Guard[]
  /** What a person should know, one sentence each. */
  readonly notes: readonly string[]
  /** Whether all sources run the saved code. Undefined when Segment does not say. */
  readonly isLatestDeployed: boolean | undefined
  /** Undefined when the function does not exist yet. */
  readonly ownership: Ownership | undefined
  /** The diff between code that is not ours and ours. */
  readonly diff: string | undefined
  /** The ids of existing things. */
  readonly ids: Ids
}

export interface PlanOptions extends SourceOptions {
  /** Whether to deploy all instances, even those that are up to date. */
  readonly redeploys?: boolean
}

/**
 * Compares a workspace with the repository. Writes nothing. The settings of a source come after the deployment: no
 * setting is live before the code that knows it.
 * @throws UserError for a conflict that a person must resolve.
 */
export function planOf(desired: Desired, remote: Remote, options: PlanOptions = {}): Plan {
  const saved = functionSteps(desired, remote.function)
  const isBehind = saved.some(changesWhatRuns) || remote.isLatestDeployed === false || options.redeploys === true
  const ownership = remote.function && ownershipOf(remote.function.code, desired.code)
  const isTheirs = ownership !== undefined && ownership !== 'ours'
  return {
    steps: [
      ...saved,
      ...trackingPlanSteps(desired, remote),
      ...creationSteps(desired, remote),
      ...connectionSteps(desired, remote),
      ...(isBehind ? deploymentSteps(remote.instances) : []),
      ...(remote.source === undefined ? [newDeploymentStep(desired.source.slug)] : []),
      ...updateSteps(desired, remote, { ...options, isDeploying: isBehind }),
    ],
    guards: guardsOf(desired, remote, ownership),
    notes: notesOf(desired, remote, options),
    isLatestDeployed: remote.isLatestDeployed,
    ownership,
    diff: isTheirs ? shortDiff(remote.function?.code ?? '', desired.code) : undefined,
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
