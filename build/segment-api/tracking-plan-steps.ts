import { UserError } from '../system/errors'
import type { Desired } from './desired'
import type { Remote } from './remote'
import { differingRules, type RuleDifference } from './rules'
import { needed, type Step } from './step'

type Plan = NonNullable<Desired['trackingPlan']>

/**
 * Creates the tracking plan, replaces its rules when they differ, and connects it to the source.
 * @throws UserError when the source is connected to another plan. A person must decide which one is right.
 */
export function trackingPlanSteps({ trackingPlan }: Desired, remote: Remote): Step[] {
  if (trackingPlan === undefined) return []
  const there = remote.trackingPlan
  const connectedTo = remote.source?.trackingPlanId
  if (connectedTo !== undefined && connectedTo !== there?.id) throw new UserError(otherPlan(trackingPlan.name))
  const differing = differingRules(trackingPlan.rules, there?.rules ?? [])
  return [
    ...(there === undefined ? [createStep(trackingPlan)] : []),
    ...(differing.length > 0 ? [rulesStep(trackingPlan, differing)] : []),
    ...(connectedTo === undefined ? [connectStep(trackingPlan)] : []),
  ]
}

function createStep({ name }: Plan): Step {
  return {
    ...stepOf(name, 'create'),
    async run({ trackingPlans }, ids) {
      ids.trackingPlan = (await trackingPlans.create(name)).id
    },
  }
}

function rulesStep({ name, rules }: Plan, differing: readonly RuleDifference[]): Step {
  return {
    ...stepOf(name, 'replace rules'),
    details: differing.map(({ rule, change }) => ({ field: rule, after: change })),
    run: ({ trackingPlans }, ids) => trackingPlans.replaceRules(needed(ids, 'trackingPlan'), rules),
  }
}

function connectStep({ name }: Plan): Step {
  return {
    ...stepOf(name, 'connect'),
    run: ({ trackingPlans }, ids) => trackingPlans.connect(needed(ids, 'trackingPlan'), needed(ids, 'source')),
  }
}

function stepOf(target: string, action: Step['action']): Pick<Step, 'subject' | 'action' | 'target' | 'details'> {
  return { subject: 'tracking plan', action, target, details: [] }
}

function otherPlan(name: string): string {
  return `the source is connected to a tracking plan other than "${name}"; disconnect it in Segment, or name that plan in segment.config.json`
}
