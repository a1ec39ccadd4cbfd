import { UserError } from '../system/errors'
import type { SegmentApi } from '.'
import type { Desired } from './desired'
import { type FunctionDetails, instancesOf } from './functions'
import type { RemoteRule } from './rules'
import type { Source, SourceWithPlan } from './sources'

/** An environment as the workspace has it. */
export interface Remote {
  readonly workspace: string
  readonly function: FunctionDetails | undefined
  /** Every source of the function. */
  readonly instances: readonly Source[]
  /** The environment's own source, one of the instances. */
  readonly source: SourceWithPlan | undefined
  readonly trackingPlan: { readonly id: string; readonly rules: readonly RemoteRule[] } | undefined
}

type Wanted = Pick<Desired, 'displayName'> & {
  readonly source: { readonly slug: string }
  readonly trackingPlan?: { readonly name: string } | undefined
}

/**
 * Reads an environment from the workspace.
 * @throws UserError when another function or integration uses the source's slug.
 */
export async function readRemote(api: SegmentApi, { displayName, source, trackingPlan }: Wanted): Promise<Remote> {
  const workspace = await api.workspace()
  const found = await api.functions.findByName(displayName)
  const sources = await api.sources.list()
  const instances = found === undefined ? [] : instancesOf(found, sources)
  const own = sources.find(({ slug }) => slug === source.slug)
  if (own !== undefined && !instances.includes(own)) throw new UserError(slugTaken(source.slug, displayName))
  return {
    workspace,
    function: found,
    instances,
    source: own && (await api.sources.get(own.id)),
    trackingPlan: trackingPlan && (await readPlan(api, trackingPlan.name)),
  }
}

async function readPlan({ trackingPlans }: SegmentApi, name: string): Promise<Remote['trackingPlan']> {
  const found = await trackingPlans.findByName(name)
  return found && { id: found.id, rules: await trackingPlans.rules(found.id) }
}

function slugTaken(slug: string, displayName: string): string {
  return `the source "${slug}" exists but does not belong to the function "${displayName}"; rename the function in Segment to that name, or choose another slug in segment.config.json`
}
