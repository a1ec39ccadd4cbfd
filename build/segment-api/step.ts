import type { SegmentApi } from '.'

/** A thing that a step changes, before and after; for code also how it differs. */
export interface Detail {
  readonly field: string
  readonly before?: string
  readonly after?: string
  readonly diff?: string
}

/** The ids that steps need of one another: what was there, and what was created since. */
export interface Ids {
  function?: string
  catalog?: string
  source?: string
  trackingPlan?: string
}

/** One thing to be done in Segment, as data for people and programs, and how it is done. */
export interface Step {
  readonly subject: 'function' | 'source' | 'tracking plan' | 'deployment'
  readonly action: 'create' | 'update' | 'replace rules' | 'connect' | 'deploy' | 'restore'
  /** Its name in Segment. */
  readonly target: string
  readonly details: readonly Detail[]
  run(api: SegmentApi, ids: Ids): Promise<void>
}

/**
 * An id that an earlier step found or created.
 * @throws Error when there was no such step: the order of the steps is wrong.
 */
export function needed(ids: Ids, name: keyof Ids): string {
  const id = ids[name]
  if (id === undefined) throw new Error(`no ${name} id is known yet`)
  return id
}

/** What a value was and will be, both shown as JSON. */
export function changeOf(field: string, before: unknown, after: unknown): Detail {
  return { field, before: shown(before), after: shown(after) }
}

function shown(value: unknown): string {
  return value === undefined || value === null ? 'not set' : JSON.stringify(value)
}
