import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SegmentCall } from '../../build/runtime'
import { createIntake, type Intake } from './tracking-api/intake'
import { serverOf, type TrackedRequest } from './tracking-api/server'

export * as faults from './tracking-api/faults'
export type { TrackedRequest } from './tracking-api/server'

/** A running imitation of Segment's HTTP tracking API, and what a test may see and do behind its back. */
export interface TrackingApi extends Pick<Intake, 'fail' | 'refuse' | 'recover'> {
  /** `http://127.0.0.1:<port>`, for SEGMENT_TRACKING_URL. */
  readonly url: string
  /** Every call that was taken in, in the order of arrival, those that came again among them. */
  readonly accepted: readonly SegmentCall[]
  /** What Segment keeps of them: of each message id the first. */
  readonly received: readonly SegmentCall[]
  /** Every request so far, those that were refused or cut off among them. */
  readonly requests: readonly TrackedRequest[]
  /** What a careful client never does; a test ends with none. */
  readonly violations: readonly string[]
  /** Ends the server, and every connection that is still open. */
  close(): Promise<void>
}

/**
 * Starts a server on 127.0.0.1 that imitates Segment's HTTP tracking API, as far as sending batches needs it: 500 KB a
 * batch, 32 KB a call, the write key as Basic authentication. It is stricter than Segment, which answers 200 to a wrong
 * write key and to calls of a wrong shape and drops them: here they are refused, so that no test takes them for delivered.
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
