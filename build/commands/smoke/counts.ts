import type { Context } from '../../cli/command'
import type { SegmentApi } from '../../segment-api'
import type { Discard } from '../../segment-api/delivery'
import { isRefused } from '../../segment-api/refused'
import { UserError } from '../../system/errors'
import { hourMs } from '../../system/time'

const pauseMs = 15_000
const mostLooks = 20

/** What Segment counted for a source since a moment. */
interface Counts {
  readonly sourceId: string
  /** Milliseconds since 1970. */
  readonly since: number
  readonly received: number
  readonly failed: readonly Discard[]
}

/** What was added to the counts. */
export interface Growth {
  readonly received: number
  readonly failed: readonly Discard[]
  readonly waitedMs: number
}

/**
 * The counts before the webhook is sent.
 * @throws UserError when the workspace does not offer them.
 */
export async function startingCounts(api: SegmentApi, sourceId: string, now: number): Promise<Counts> {
  try {
    return await countsOf(api, sourceId, now - hourMs, now)
  } catch (error) {
    if (!isRefused(error)) throw error
    throw new UserError(
      "this workspace does not offer the counts (the endpoint is in beta), so nothing was sent; send a webhook yourself and look at the source's Debugger",
    )
  }
}

/** Waits up to five minutes until the counts grow. Other webhooks of these minutes count, too. */
export async function awaitCounts(api: SegmentApi, before: Counts, { screen, time }: Context): Promise<Growth> {
  for (let looks = 1; ; looks++) {
    const now = await screen.during(`waiting for Segment's counts … ${(looks * pauseMs) / 1000} s`, async () => {
      await time.sleep(pauseMs)
      return countsOf(api, before.sourceId, before.since, time.now())
    })
    const received = now.received - before.received
    const failed = now.failed.flatMap(({ reason, count }) => {
      const grown = count - (before.failed.find((one) => one.reason === reason)?.count ?? 0)
      return grown > 0 ? [{ reason, count: grown }] : []
    })
    if (received > 0 || failed.length > 0 || looks === mostLooks)
      return { received: Math.max(0, received), failed, waitedMs: looks * pauseMs }
  }
}

async function countsOf({ delivery }: SegmentApi, sourceId: string, since: number, now: number): Promise<Counts> {
  const period = { from: since, to: now, by: 'HOUR' } as const
  const received = (await delivery.received(sourceId, period)).reduce((sum, { count }) => sum + count, 0)
  return { sourceId, since, received, failed: await delivery.discards(sourceId, period) }
}
