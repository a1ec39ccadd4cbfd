import { isSameScript, readBanner, scriptDigest } from '../bundle/banner'
import type { EnvironmentConfig } from '../config/config'
import { UserError } from '../system/errors'
import { hourMs } from '../system/time'
import type { SegmentApi, Workspace } from '.'
import type { Discard, HourCount } from './delivery'
import { type FunctionDetails, instanceIdOf, instancesOf } from './functions'
import { functionNamed } from './named-function'
import { ownershipOf } from './ownership'
import { isRefused } from './refused'
import { isLatestDeployed, runningVersion } from './running'
import type { Source } from './sources'

/** The state of an environment in Segment, as data for people and programs. */
export interface EnvironmentStatus {
  readonly environment: string
  readonly region: EnvironmentConfig['region']
  readonly workspace: Workspace
  /** Undefined when the environment was never deployed. */
  readonly function: FunctionStatus | undefined
}

export interface FunctionStatus {
  readonly id: string
  readonly name: string
  /** How the saved code differs from the code that the repository builds. */
  readonly drift: 'none' | 'repository differs' | 'edited in Segment' | 'of another repository' | 'not of this project'
  /** Whether every instance runs the saved code. Undefined when Segment does not say. */
  readonly isLatestDeployed: boolean | undefined
  /** The running version, as far as Segment tells. */
  readonly deployed: {
    readonly version: string | undefined
    readonly id: string | undefined
    readonly digest: string | undefined
    readonly since: string | undefined
  }
  readonly instances: readonly InstanceStatus[]
}

export interface InstanceStatus {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly isEnabled: boolean
  readonly received: Metric<Received>
  /** The discards of the last day, by reason. */
  readonly discards: Metric<readonly Discard[]>
}

/** A number of Segment, or why there is none. The endpoints are in beta, so one that fails must not hide the rest. */
export type Metric<T> = { readonly value: T } | { readonly missing: string }

export interface Received {
  /** The calls that Segment received in the last day. */
  readonly count: number
  /** When the hour began in which the last call came, ISO 8601. Undefined when none came for 14 days. */
  readonly lastHour: string | undefined
  /** The whole hours without a call until now. */
  readonly silentHours: number
}

export interface StatusFrom {
  readonly name: string
  readonly environment: EnvironmentConfig
  readonly workspace: Workspace
  readonly api: SegmentApi
  /** The code that the repository builds. */
  readonly code: string
  /** Milliseconds since 1970. */
  readonly now: number
}

export async function readStatus(from: StatusFrom): Promise<EnvironmentStatus> {
  const { name, environment, workspace, api } = from
  const found = await functionNamed(api, environment.function)
  return {
    ...{ environment: name, region: environment.region, workspace },
    function: found && (await functionStatus(found, from)),
  }
}

async function functionStatus(found: FunctionDetails, { api, code, now }: StatusFrom): Promise<FunctionStatus> {
  const instances: InstanceStatus[] = []
  for (const source of instancesOf(found, await api.sources.list()))
    instances.push(await instanceStatus(api, source, now))
  return {
    id: found.id,
    name: found.displayName ?? '',
    drift: driftOf(found, code),
    isLatestDeployed: await isLatestDeployed(api, found),
    deployed: await deployedOf(api, found),
    instances,
  }
}

const drifts = {
  ours: 'repository differs',
  edited: 'edited in Segment',
  'other repository': 'of another repository',
  foreign: 'not of this project',
} as const

function driftOf({ code }: FunctionDetails, built: string): FunctionStatus['drift'] {
  return code !== undefined && isSameScript(code, built) ? 'none' : drifts[ownershipOf(code, built)]
}

async function deployedOf(api: SegmentApi, found: FunctionDetails): Promise<FunctionStatus['deployed']> {
  const { id, code, deployedAt } = (await runningVersion(api, found)) ?? {}
  return {
    id: id ?? undefined,
    version: code ? readBanner(code)?.version : undefined,
    digest: code ? scriptDigest(code) : undefined,
    since: deployedAt ?? found.deployedAt ?? undefined,
  }
}

async function instanceStatus({ delivery }: SegmentApi, source: Source, now: number): Promise<InstanceStatus> {
  const { id, slug, name, enabled } = source
  return {
    ...{ id: instanceIdOf(id), slug, name: name ?? slug, isEnabled: enabled },
    received: await metric(async () => receivedOf(await delivery.received(id, now), now)),
    discards: await metric(() => delivery.discards(id, now - 24 * hourMs, now)),
  }
}

function receivedOf(hours: readonly HourCount[], now: number): Received {
  const ofLastDay = hours.filter(({ time }) => time >= now - 24 * hourMs)
  const last = hours.at(-1)?.time
  const silentMs = last === undefined ? 14 * 24 * hourMs : Math.max(0, now - last - hourMs)
  return {
    count: ofLastDay.reduce((sum, { count }) => sum + count, 0),
    lastHour: last === undefined ? undefined : new Date(last).toISOString(),
    silentHours: Math.floor(silentMs / hourMs),
  }
}

async function metric<T>(read: () => Promise<T>): Promise<Metric<T>> {
  try {
    return { value: await read() }
  } catch (error) {
    if (isRefused(error)) return { missing: 'not available in this workspace (the endpoint is in beta)' }
    if (error instanceof UserError) return { missing: error.message }
    throw error
  }
}
