import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SegmentCall } from '../../build/runtime'
import { createIntake, type Intake } from './tracking-api/intake'
import { serverOf, type TrackedRequest } from './tracking-api/server'

export * as faults from './tracking-api/faults'
export type { TrackedRequest } from './tracking-api/server'

/** A running fake of Segment's HTTP tracking API, with access for tests to its state. */
export interface TrackingApi extends Pick<Intake, 'fail' | 'refuse' | 'recover'> {
  /** `http://127.0.0.1:<port>`, for SEGMENT_TRACKING_URL. */
  readonly url: string
  /** Every accepted call in order of arrival, including repeated ones. */
  readonly accepted: readonly SegmentCall[]
  /** The calls that Segment keeps: the first of each message id. */
  readonly received: readonly SegmentCall[]
  /** Every request so far, including refused and interrupted ones. */
  readonly requests: readonly TrackedRequest[]
  /** Things that a careful client never does. Empty at the end of a good test. */
  readonly violations: readonly string[]
  /** Ends the server and all open connections. */
  close(): Promise<void>
}

/**
 * Starts a server on 127.0.0.1 that imitates the part of Segment's HTTP tracking API that sending batches needs: 500 KB
 * per batch, 32 KB per call, the write key as Basic authentication. Segment answers 200 to a wrong write key and to
 * malformed calls, and drops them. This fake refuses them, so that no test counts them as delivered.
 *
 * @example
 * const tracking = await startTrackingApi({ writeKey: 'a-write-key' })
 * tracking.fail(faults.rateLimited(7))
 * await backfill({ SEGMENT_TRACKING_URL: tracking.url, SEGMENT_WRITE_KEY: 'a-write-key' })
 * expect(tracking.received).toHaveLength(2)
 * await tracking.close()
 */
export async function startTrackingApi({ writeKey }: { writeKey: string }): Promise<TrackingApi> {
  const intake = createIntake()
  const requests: TrackedRequest[] = []
  const violations: string[] = []
  const server = serverOf({ writeKey, intake, requests, violations })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a server that listens on a port has one
  return {
    ...{ url: `http://127.0.0.1:${port}`, requests, violations, accepted: intake.accepted },
    get received() {
      return intake.received()
    },
    fail: intake.fail,
    refuse: intake.refuse,
    recover: intake.recover,
    close: () => close(server),
  }
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}
