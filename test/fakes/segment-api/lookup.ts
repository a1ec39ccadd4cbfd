import { badRequest, notFound } from './errors'
import type { FunctionClass, Source, State, TrackingPlan, Version } from './state'

/** The function with a class id. Throws 400 for an instance id, 404 for an unknown id. */
export function functionWith(state: State, id: string): FunctionClass {
  if (id.startsWith('sfn_')) throw badRequest('provide a valid Function id')
  return found(state.functions, id, 'function')
}

export const sourceWith = (state: State, id: string): Source => found(state.sources, id, 'source')

export const trackingPlanWith = (state: State, id: string): TrackingPlan => {
  return found(state.trackingPlans, id, 'tracking plan')
}

export const versionWith = ({ versions }: FunctionClass, id: string): Version => found(versions, id, 'version')

/** The function of a source, if the source is an instance. */
export function functionOf(state: State, { metadataId }: Source): FunctionClass | undefined {
  return state.functions.find(({ catalogId }) => catalogId === metadataId)
}

export function instancesOf(state: State, { catalogId }: FunctionClass): Source[] {
  return state.sources.filter(({ metadataId }) => metadataId === catalogId)
}

export function latestVersion({ versions, id }: FunctionClass): Version {
  const latest = versions.at(-1)
  if (latest === undefined) throw new Error(`${id} has no version`)
  return latest
}

/** True when the function has instances and each of them runs the latest version. */
export function isLatestVersion(state: State, fn: FunctionClass): boolean {
  const instances = instancesOf(state, fn)
  const { id } = latestVersion(fn)
  return instances.length > 0 && instances.every(({ deployedVersionId }) => deployedVersionId === id)
}

function found<Item extends { id: string }>(items: readonly Item[], id: string, what: string): Item {
  const item = items.find((candidate) => candidate.id === id)
  if (item === undefined) throw notFound(what)
  return item
}
