import { isSameScript, readBanner, scriptDigest } from '../bundle/banner'
import type { EnvironmentConfig } from '../config/config'
import { UserError } from '../system/errors'
import { hourMs } from '../system/time'
import type { SegmentApi, Workspace } from '.'
import type { DeliveryApi, Discard } from './delivery'
import { instanceIdOf, instancesOf } from './function-ids'
import type { FunctionDetails } from './function-shapes'
import { functionNamed } from './named-function'
import { ownershipOf } from './ownership'
import { isRefused } from './refused'
import { isLatestDeployed, runningVersion } from './running'
import type { Source } from './sources'

/** How long Segment counts by the hour in one answer, and how long it counts by the minute at all. */
const longestMs = 14 * 24 * hourMs
const minutesKeptMs = 47 * hourMs

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
  readonly received: Metric<ReceivedCalls>
  /** The discards of the last day, by reason. */
  readonly discards: Metric<readonly Discard[]>
}

/** A number of Segment, or why there is none. The endpoints are in beta, so one that fails must not hide the rest. */
export type Metric<T> = { readonly value: T } | { readonly missing: string }

export interface ReceivedCalls {
  /** The calls that Segment received in the last day. */
  readonly count: number
  /** When the last call came, ISO 8601, to the minute or, when it is long ago, to the hour. Undefined: not for 14 days. */
  readonly last: string | undefined
  /** The whole hours since then. */
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
    received: await metric(() => receivedOf(delivery, id, now)),
    discards: await metric(() => delivery.discards(id, { from: now - 24 * hourMs, to: now })),
  }
}

async function receivedOf(delivery: DeliveryApi, id: string, now: number): Promise<ReceivedCalls> {
  const hours = await delivery.received(id, { from: now - longestMs, to: now, by: 'HOUR' })
  const ofLastDay = hours.filter(({ time }) => time >= now - 24 * hourMs)
  const lastHour = hours.at(-1)?.time
  const last = lastHour === undefined ? undefined : await lastIn(lastHour, delivery, id, now)
  return {
    count: ofLastDay.reduce((sum, { count }) => sum + count, 0),
    last: last === undefined ? undefined : new Date(last).toISOString(),
    silentHours: Math.floor((now - (last ?? now - longestMs)) / hourMs),
  }
}

/** The minute of the last call in an hour, or the hour itself when Segment no longer counts its minutes. */
async function lastIn(hour: number, delivery: DeliveryApi, id: string, now: number): Promise<number> {
  if (hour < now - minutesKeptMs) return hour
  const to = Math.min(hour + hourMs, now)
  return (await delivery.received(id, { from: hour, to, by: 'MINUTE' })).at(-1)?.time ?? hour
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
