import { isSameScript, readBanner } from '../bundle/banner'
import type { EnvironmentConfig } from '../config/config'
import type { SegmentApi } from '.'
import type { Discard } from './delivery'
import { type FunctionDetails, instanceIdOf, instancesOf } from './functions'
import { ownershipOf } from './ownership'
import type { Source } from './sources'
import { isNotOffered, versionsOf } from './versions'

/** The state of an environment in Segment, as data for people and programs. */
export interface EnvironmentStatus {
  readonly environment: string
  readonly region: EnvironmentConfig['region']
  readonly workspace: string
  /** Undefined when the environment was never deployed. */
  readonly function: FunctionStatus | undefined
}

export interface FunctionStatus {
  readonly id: string
  readonly name: string
  /** How the saved code differs from the code that the repository builds. */
  readonly drift: 'none' | 'repository differs' | 'edited in Segment' | 'not of this project'
  /** Whether every instance runs the saved code. Undefined when Segment does not say. */
  readonly isLatestDeployed: boolean | undefined
  readonly deployed: {
    readonly version: string | undefined
    readonly id: string | undefined
    readonly since: string | undefined
  }
  readonly instances: readonly InstanceStatus[]
}

export interface InstanceStatus {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly isEnabled: boolean
  /** The discards of the last day, by reason. Undefined when the workspace lacks the endpoint, which is in beta. */
  readonly discards: readonly Discard[] | undefined
}

export interface StatusFrom {
  readonly name: string
  readonly environment: EnvironmentConfig
  readonly api: SegmentApi
  /** The code that the repository builds. */
  readonly code: string
  readonly now: number
}

export async function readStatus({ name, environment, api, code, now }: StatusFrom): Promise<EnvironmentStatus> {
  const workspace = await api.workspace()
  const found = await api.functions.findByName(environment.function)
  return {
    environment: name,
    region: environment.region,
    workspace,
    function: found && (await functionStatus(api, found, code, now)),
  }
}

async function functionStatus(
  api: SegmentApi,
  found: FunctionDetails,
  code: string,
  now: number,
): Promise<FunctionStatus> {
  const instances: InstanceStatus[] = []
  for (const source of instancesOf(found, await api.sources.list()))
    instances.push(await instanceStatus(api, source, now))
  return {
    id: found.id,
    name: found.displayName ?? '',
    drift: driftOf(found, code),
    isLatestDeployed: found.isLatestVersion ?? undefined,
    deployed: await deployedOf(api, found),
    instances,
  }
}

function driftOf({ code }: FunctionDetails, built: string): FunctionStatus['drift'] {
  if (code !== undefined && isSameScript(code, built)) return 'none'
  const drifts = { ours: 'repository differs', edited: 'edited in Segment', foreign: 'not of this project' } as const
  return drifts[ownershipOf(code, built)]
}

/** Finds the running version in the list of versions. Without the list, it is known only when it is the saved one. */
async function deployedOf(api: SegmentApi, found: FunctionDetails): Promise<FunctionStatus['deployed']> {
  const running = (await versionsOf(api, found.id))?.find(({ isDeployed }) => isDeployed)
  const code = running?.code ?? (found.isLatestVersion ? found.code : undefined)
  return {
    id: running?.id,
    version: code === undefined ? undefined : readBanner(code)?.version,
    since: running?.deployedAt ?? found.deployedAt ?? undefined,
  }
}

async function instanceStatus({ delivery }: SegmentApi, source: Source, now: number): Promise<InstanceStatus> {
  const { id, slug, name, enabled } = source
  const discards = await delivery.discards(id, now).catch((error: unknown) => {
    if (isNotOffered(error)) return undefined
    throw error
  })
  return { id: instanceIdOf(id), slug, name: name ?? slug, isEnabled: enabled, discards }
}
