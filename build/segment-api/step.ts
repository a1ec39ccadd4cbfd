import type { SegmentApi } from '.'

/** A field that a step changes, before and after. For code and rules also the diff. */
export interface Detail {
  readonly field: string
  readonly before?: string
  readonly after?: string
  readonly diff?: string
}

/** The ids that steps share: those of existing things, and of things that earlier steps created. */
export interface Ids {
  function?: string
  catalog?: string
  source?: string
  trackingPlan?: string
}

/** One change in Segment, as data for people and programs, with a function that makes it. */
export interface Step {
  readonly subject: 'function' | 'source' | 'tracking plan' | 'deployment'
  readonly action: Action
  /** Its name in Segment. */
  readonly target: string
  readonly details: readonly Detail[]
  run(api: SegmentApi, ids: Ids): Promise<void>
}

export type Action =
  | 'create'
  | 'update'
  | 'update rules'
  | 'replace rules'
  | 'connect'
  | 'disconnect'
  | 'deploy'
  | 'restore'
  | 'delete'

/** A step as data, without the function that makes it. */
export type StepData = Pick<Step, 'subject' | 'action' | 'target' | 'details'>

/**
 * An id that an earlier step found or created.
 * @throws Error when no earlier step did. This is a bug in the order of the steps.
 */
export function needed(ids: Ids, name: keyof Ids): string {
  const id = ids[name]
  if (id === undefined) throw new Error(`no ${name} id is known yet`)
  return id
}

/** A value before and after, both as JSON. */
export function changeOf(field: string, before: unknown, after: unknown): Detail {
  return { field, before: shown(before), after: shown(after) }
}

function shown(value: unknown): string {
  return value === undefined || value === null ? 'not set' : JSON.stringify(value)
}
