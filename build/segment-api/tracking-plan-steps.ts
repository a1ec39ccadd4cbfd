import { UserError } from '../system/errors'
import type { Desired, DesiredPlan } from './desired'
import type { Remote } from './remote'
import { differingRules, type RuleDifference } from './rules'
import { type Detail, needed, type Step } from './step'

/**
 * Creates the tracking plan, and writes our rules that differ. Rules that are not ours stay, unless the plan is
 * exclusive.
 * @throws UserError when the source is connected to another plan. A person must decide which one is right.
 */
export function trackingPlanSteps({ trackingPlan }: Desired, remote: Remote): Step[] {
  if (trackingPlan === undefined) return []
  const connectedTo = remote.source?.trackingPlanId
  if (connectedTo !== undefined && connectedTo !== remote.trackingPlan?.id)
    throw new UserError(otherPlan(trackingPlan.name))
  const differing = ruleChanges(trackingPlan, remote)
  return [
    ...(remote.trackingPlan === undefined ? [createStep(trackingPlan)] : []),
    ...(differing.length > 0 ? [rulesStep(trackingPlan, differing)] : []),
  ]
}

/** Connects the plan to the source, which may be new. */
export function connectionSteps({ trackingPlan }: Desired, { source }: Remote): Step[] {
  if (trackingPlan === undefined || source?.trackingPlanId !== undefined) return []
  const run: Step['run'] = ({ trackingPlans }, ids) =>
    trackingPlans.connect(needed(ids, 'trackingPlan'), needed(ids, 'source'))
  return [{ ...stepOf(trackingPlan.name, 'connect'), run }]
}

/** The rules to write, and those to remove from an exclusive plan. */
export function ruleChanges(plan: DesiredPlan | undefined, { trackingPlan }: Remote): RuleDifference[] {
  if (plan === undefined) return []
  const all = differingRules(plan.rules, trackingPlan?.rules ?? [])
  return plan.isExclusive ? all : all.filter(({ change }) => change !== 'not ours')
}

function createStep({ name }: DesiredPlan): Step {
  return {
    ...stepOf(name, 'create'),
    async run({ trackingPlans }, ids) {
      ids.trackingPlan = (await trackingPlans.create(name)).id
    },
  }
}

function rulesStep({ name, rules }: DesiredPlan, differing: readonly RuleDifference[]): Step {
  const removesSome = differing.some(({ change }) => change === 'not ours')
  const written = differing.flatMap(({ rule }) => rule ?? [])
  return {
    ...stepOf(name, removesSome ? 'replace rules' : 'update rules'),
    details: differing.map(detailOf),
    async run({ trackingPlans }, ids) {
      const id = needed(ids, 'trackingPlan')
      await (removesSome ? trackingPlans.replaceRules(id, rules) : trackingPlans.upsertRules(id, written))
    },
  }
}

function detailOf({ name, change, diff }: RuleDifference): Detail {
  const after = change === 'not ours' ? 'removed' : change
  return { field: name, after, ...(change === 'changed by a person' && diff !== undefined && { diff }) }
}

function stepOf(target: string, action: Step['action']): Pick<Step, 'subject' | 'action' | 'target' | 'details'> {
  return { subject: 'tracking plan', action, target, details: [] }
}

function otherPlan(name: string): string {
  return `the source is connected to a tracking plan other than "${name}"; disconnect it in Segment, or name that plan in segment.config.json`
}
