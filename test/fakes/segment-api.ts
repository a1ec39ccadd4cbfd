import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { appOf, type SegmentApp } from './segment-api/app'
import { FaultPlan } from './segment-api/fault-plan'
import type { LoggedRequest } from './segment-api/request'
import { serverOf } from './segment-api/server'
import type { State } from './segment-api/state'
import { createWorld, type SegmentApiOptions } from './segment-api/world'

export * as faults from './segment-api/faults'
export type { LoggedRequest } from './segment-api/request'
export type { RouteName } from './segment-api/routes'
export type * from './segment-api/state'
export type { SegmentApiOptions } from './segment-api/world'

/** A running fake of Segment's Public API, with access for tests to its state. */
export interface SegmentApi
  extends Pick<FaultPlan, 'beforeNext' | 'fail' | 'failEveryCallOnce' | 'interruptAfter' | 'recover'> {
  /** `http://127.0.0.1:<port>`, for SEGMENT_API_URL. */
  readonly url: string
  readonly state: State
  /** Every request so far, including refused and interrupted ones. */
  readonly requests: readonly LoggedRequest[]
  /** Things that a careful client never does. Empty at the end of a good test. */
  readonly violations: readonly string[]
  /** The actions of people in Segment's app. */
  readonly app: SegmentApp
  /** Ends the server and all open connections. */
  close(): Promise<void>
}

/**
 * Starts a server on 127.0.0.1 that imitates the part of Segment's Public API that deploying a source function needs.
 * Ids and times are the same in every run. It runs in the test's own process, so a test must not wait synchronously for
 * a command in another process.
 *
 * @example
 * const segment = await startSegmentApi({ token: 'a-token' })
 * segment.fail('PATCH /functions/{functionId}', faults.afterwards(faults.reset))
 * await deploy({ SEGMENT_API_URL: segment.url, SEGMENT_TOKEN: 'a-token' })
 * expect(segment.violations).toEqual([])
 * await segment.close()
 */
export async function startSegmentApi(options: SegmentApiOptions): Promise<SegmentApi> {
  const world = createWorld(options)
  const plan = new FaultPlan()
  const requests: LoggedRequest[] = []
  const server = serverOf(world, plan, requests)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a server that listens on a port has one
  const { state, violations } = world
  return {
    ...{ url: `http://127.0.0.1:${port}`, state, requests, violations, app: appOf(world) },
    beforeNext: (...happening) => plan.beforeNext(...happening),
    fail: (...fault) => plan.fail(...fault),
    failEveryCallOnce: (fault) => plan.failEveryCallOnce(fault),
    interruptAfter: (...limit) => plan.interruptAfter(...limit),
    recover: () => plan.recover(),
    close: () => close(server),
  }
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}
