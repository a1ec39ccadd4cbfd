import { UserError } from '../system/errors'
import type { DesiredPlan } from './desired'
import type { Remote } from './remote'
import { areAllOurs, differingRules } from './rules'
import type { Detail, Step } from './step'

/** What deploying made in a workspace. */
export interface Destruction {
  /** The steps, in the order that Segment needs. */
  readonly steps: readonly Step[]
  /** Why something stays. */
  readonly notes: readonly string[]
}

/**
 * How to delete what deploying an environment made. `destinations` are those that get the calls of its source.
 * @throws UserError when the function also runs in a source that is not the environment's.
 */
export function destructionOf(
  plan: DesiredPlan | undefined,
  remote: Remote,
  destinations: readonly string[],
): Destruction {
  const others = remote.instances.filter(({ id }) => id !== remote.source?.id).map(({ slug }) => slug)
  if (others.length > 0)
    throw new UserError(
      `the function also runs in ${others.join(', ')}, which this environment did not make; delete that in Segment first; nothing was deleted`,
    )
  const kept = plan && keptBecause(plan, remote)
  return {
    steps: [
      ...disconnection(plan, remote),
      ...sourceDeletion(remote, destinations),
      ...functionDeletion(remote),
      ...(plan && kept === undefined ? planDeletion(plan, remote) : []),
    ],
    notes: plan && kept !== undefined ? [`the tracking plan "${plan.name}" stays: ${kept}`] : [],
  }
}

function disconnection(plan: DesiredPlan | undefined, { source, trackingPlan }: Remote): Step[] {
  const planId = source?.trackingPlanId
  if (source === undefined || planId === undefined) return []
  const target = plan !== undefined && planId === trackingPlan?.id ? plan.name : planId
  const run: Step['run'] = ({ trackingPlans }) => trackingPlans.disconnect(planId, source.id)
  return [{ subject: 'tracking plan', action: 'disconnect', target, details: [], run }]
}

function sourceDeletion({ source }: Remote, destinations: readonly string[]): Step[] {
  if (source === undefined) return []
  const details: Detail[] =
    destinations.length === 0 ? [] : [{ field: 'its connections to destinations', after: destinations.join(', ') }]
  const run: Step['run'] = ({ sources }) => sources.remove(source.id)
  return [{ subject: 'source', action: 'delete', target: source.slug, details, run }]
}

function functionDeletion({ function: found }: Remote): Step[] {
  if (found === undefined) return []
  const run: Step['run'] = ({ functions }) => functions.remove(found.id)
  return [{ subject: 'function', action: 'delete', target: found.displayName ?? found.id, details: [], run }]
}

function planDeletion({ name }: DesiredPlan, { trackingPlan }: Remote): Step[] {
  if (trackingPlan === undefined) return []
  const run: Step['run'] = ({ trackingPlans }) => trackingPlans.remove(trackingPlan.id)
  return [{ subject: 'tracking plan', action: 'delete', target: name, details: [], run }]
}

/** Why a tracking plan is not deleted. Undefined when it is, or when there is none. */
function keptBecause({ rules }: DesiredPlan, { trackingPlan, source }: Remote): string | undefined {
  if (trackingPlan === undefined) return undefined
  const others = trackingPlan.sources.filter(({ id }) => id !== source?.id).map(({ slug }) => slug)
  if (others.length > 0) return `it also governs ${others.join(', ')}`
  if (areAllOurs(trackingPlan.rules, rules)) return undefined
  const foreign = differingRules(rules, trackingPlan.rules).filter(({ change }) => change !== 'added')
  return `it has rules of somebody else: ${foreign.map(({ name }) => name).join(', ')}`
}
