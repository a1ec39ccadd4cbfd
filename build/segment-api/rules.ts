import { isDeepStrictEqual } from 'node:util'
import type { TrackingPlanRule } from '../catalog/tracking-plan'
import { isSignedByUs, meaningOf } from '../catalog/tracking-plan-meaning'
import { sortedJson } from '../system/sorted-json'
import { shortDiff } from './short-diff'

/** A rule as Segment stores it. */
export interface RemoteRule {
  readonly type: string
  readonly key?: string | null | undefined
  readonly version: number
  readonly jsonSchema?: unknown
}

/** A rule of ours that the plan lacks or has differently, or a rule that is not ours. */
export interface RuleDifference {
  /** `TRACK Check-In` */
  readonly name: string
  /** `changed by a person`: the rule in Segment differs from what the last deployment wrote. */
  readonly change: 'added' | 'changed' | 'changed by a person' | 'not ours'
  /** Our rule. Undefined when the rule is not ours. */
  readonly rule: TrackingPlanRule | undefined
  /** A unified diff of the two meanings. Undefined when only one of them exists. */
  readonly diff: string | undefined
}

/** The differences between the rules of a plan and ours, ours first. */
export function differingRules(ours: readonly TrackingPlanRule[], theirs: readonly RemoteRule[]): RuleDifference[] {
  const remote = new Map(theirs.map((rule) => [nameOf(rule), rule]))
  const differing = ours.flatMap((rule) => {
    const other = remote.get(nameOf(rule))
    remote.delete(nameOf(rule))
    return differenceOf(rule, other)
  })
  const others = [...remote.keys()].map(
    (name) => ({ name, change: 'not ours', rule: undefined, diff: undefined }) as const,
  )
  return [...differing, ...others]
}

/** Whether all rules were written by deployments, and nobody changed them since. */
export function areAllOurs(theirs: readonly RemoteRule[], ours: readonly TrackingPlanRule[]): boolean {
  const same = (rule: RemoteRule) => ours.some((one) => nameOf(one) === nameOf(rule) && isSameMeaning(one, rule))
  return theirs.every((rule) => isSignedByUs(rule.jsonSchema) || same(rule))
}

function differenceOf(rule: TrackingPlanRule, other: RemoteRule | undefined): RuleDifference[] {
  const name = nameOf(rule)
  if (other === undefined) return [{ name, change: 'added', rule, diff: undefined }]
  if (isSameMeaning(rule, other)) return []
  const change = isSignedByUs(other.jsonSchema) ? 'changed' : 'changed by a person'
  return [{ name, change, rule, diff: diffOf(other.jsonSchema, rule.jsonSchema) }]
}

function nameOf({ type, key, version }: RemoteRule): string {
  return [type, ...(key ? [key] : []), ...(version === 1 ? [] : [`version ${version}`])].join(' ')
}

function isSameMeaning(one: RemoteRule, other: RemoteRule): boolean {
  return isDeepStrictEqual(meaningOf(one.jsonSchema), meaningOf(other.jsonSchema))
}

function diffOf(there: unknown, here: unknown): string {
  return shortDiff(meaningText(there), meaningText(here))
}

/** The meaning of a schema as indented JSON with sorted members. */
function meaningText(schema: unknown): string {
  return `${JSON.stringify(JSON.parse(sortedJson(meaningOf(schema))), null, 1)}\n`
}
