import { UserError } from '../system/errors'
import type { SegmentApi } from '.'
import type { Desired } from './desired'
import { instancesOf } from './function-ids'
import type { FunctionDetails } from './function-shapes'
import { functionNamed } from './named-function'
import { isRefused } from './refused'
import type { RemoteRule } from './rules'
import { isLatestDeployed, runningVersion } from './running'
import type { SchemaSettings, Source, SourceWithPlan } from './sources'
import type { PlanSource } from './tracking-plans'

/** An environment as the workspace has it. */
export interface Remote {
  readonly function: FunctionDetails | undefined
  /** Whether all sources run the saved code. Undefined when Segment does not say. */
  readonly isLatestDeployed: boolean | undefined
  /** The code that runs, when it is not the saved one. Undefined when it is, and when Segment does not say. */
  readonly runningCode: string | undefined
  /** Every source of the function. */
  readonly instances: readonly Source[]
  /** The environment's own source, one of the instances. */
  readonly source: SourceWithPlan | undefined
  readonly trackingPlan: RemotePlan | undefined
  /** Undefined when the source has no tracking plan, or when Segment does not return them. */
  readonly schemaSettings: SchemaSettings | undefined
}

export interface RemotePlan {
  readonly id: string
  readonly rules: readonly RemoteRule[]
  /** The sources that are connected to it. */
  readonly sources: readonly PlanSource[]
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
  const found = await functionNamed(api, displayName)
  const sources = await api.sources.list()
  const instances = found === undefined ? [] : instancesOf(found, sources)
  const listed = sources.find(({ slug }) => slug === source.slug)
  if (listed !== undefined && !instances.includes(listed)) throw new UserError(slugTaken(source.slug, displayName))
  const own = listed && (await api.sources.get(listed.id))
  const isLatest = found && (await isLatestDeployed(api, found))
  return {
    function: found,
    isLatestDeployed: isLatest,
    runningCode: found && isLatest === false ? ((await runningVersion(api, found))?.code ?? undefined) : undefined,
    instances,
    source: own,
    trackingPlan: trackingPlan && (await readPlan(api, trackingPlan.name)),
    schemaSettings: own?.trackingPlanId === undefined ? undefined : await schemaSettingsOf(api, own.id),
  }
}

async function readPlan({ trackingPlans }: SegmentApi, name: string): Promise<RemotePlan | undefined> {
  const found = await trackingPlans.findByName(name)
  if (found === undefined) return undefined
  const { id } = found
  return { id, rules: await trackingPlans.rules(id), sources: await trackingPlans.sources(id) }
}

/** They are only told, so a workspace that does not return them can be deployed to. */
async function schemaSettingsOf({ sources }: SegmentApi, id: string): Promise<SchemaSettings | undefined> {
  try {
    return await sources.schemaSettings(id)
  } catch (error) {
    if (isRefused(error)) return undefined
    throw error
  }
}

function slugTaken(slug: string, displayName: string): string {
  return `the source "${slug}" exists but does not belong to the function "${displayName}"; rename the function in Segment to that name, or choose another slug in segment.config.json`
}
