import { isDeepStrictEqual } from 'node:util'
import type { TrackingPlanRule } from '../catalog/tracking-plan'

/** A rule as Segment stores it. */
export interface RemoteRule {
  readonly type: string
  readonly key?: string | null | undefined
  readonly version: number
  readonly jsonSchema?: unknown
}

export interface RuleDifference {
  /** `TRACK Check-In` */
  readonly rule: string
  readonly change: 'added' | 'changed' | 'removed'
}

/** The differences between the rules of a plan and ours, ours first. */
export function differingRules(ours: readonly TrackingPlanRule[], theirs: readonly RemoteRule[]): RuleDifference[] {
  const remote = new Map(theirs.map((rule) => [nameOf(rule), rule]))
  const changed = ours.flatMap((rule): RuleDifference[] => {
    const other = remote.get(nameOf(rule))
    remote.delete(nameOf(rule))
    if (other === undefined) return [{ rule: nameOf(rule), change: 'added' }]
    return isSameSchema(rule.jsonSchema, other.jsonSchema) ? [] : [{ rule: nameOf(rule), change: 'changed' }]
  })
  return [...changed, ...[...remote.keys()].map((rule): RuleDifference => ({ rule, change: 'removed' }))]
}

function nameOf({ type, key, version }: RemoteRule): string {
  return [type, ...(key ? [key] : []), ...(version === 1 ? [] : [`version ${version}`])].join(' ')
}

/** Segment may rewrite a schema: it adds members without meaning and reorders lists. */
function isSameSchema(ours: unknown, theirs: unknown): boolean {
  return isDeepStrictEqual(essence(ours), essence(theirs))
}

const wordless = new Set(['$schema', '$id', 'id', 'title', 'labels'])
const unordered = new Set(['required', 'type', 'enum'])

/** A schema without members that do not change its meaning. Members of `properties` are names, so all are kept. */
function essence(schema: unknown, isNames = false): unknown {
  if (Array.isArray(schema)) return schema.map((item) => essence(item))
  if (typeof schema !== 'object' || schema === null) return schema
  const members = Object.entries(schema).filter(([name, value]) => isNames || !(wordless.has(name) || isEmpty(value)))
  return Object.fromEntries(
    members.map(([name, value]) => {
      const sorted = !isNames && unordered.has(name) && Array.isArray(value) ? [...value].sort() : value
      return [name, essence(sorted, !isNames && name === 'properties')]
    }),
  )
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || (typeof value === 'object' && Object.keys(value).length === 0)
}
