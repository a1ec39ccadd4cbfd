import type { SegmentCall } from '../runtime'
import { retrying } from '../segment-api/retrying'
import type { Time } from '../system/time'
import type { DeliveryOutcome } from './delivery-outcome'
import { sendBatch } from './library'
import { post } from './post'
import { type BatchItem, batchesOf, itemOf } from './prepare'
import { untilStopped } from './until-stopped'

/** Gets the outcome of a call, with the call's index. */
export type Confirmed = (index: number, outcome: DeliveryOutcome) => void

export interface DeliveryOptions {
  readonly writeKey: string
  /** Without a final slash. */
  readonly url: string
  /** The destinations that get the calls, as Segment's `integrations` object. Default: all that are enabled. */
  readonly integrations?: Readonly<Record<string, unknown>>
  readonly time: Time
  /** Stops all deliveries at once. */
  readonly signal?: AbortSignal
  /** Gets a line about each retry of a batch. */
  readonly note?: (text: string) => void
}

/** Delivers calls to one source through Segment's HTTP tracking API. */
export interface Delivery {
  /**
   * Delivers calls in order, one batch after another, and returns the outcome of each call in the same order. When
   * Segment refuses a call, the other calls of its batch are still delivered. Several deliveries may run at the same
   * time; each keeps its own order. Calls are sent unchanged: no missing time is filled in.
   *
   * @param confirmed gets each outcome, in order, as soon as Segment confirms or refuses the call. If it throws, the
   * delivery ends.
   * @throws UserError when Segment cannot be reached after the retries or refuses the write key, or when the signal
   * stops the delivery. `confirmed` has then received the outcomes known so far.
   */
  deliver(calls: readonly SegmentCall[], confirmed?: Confirmed): Promise<readonly DeliveryOutcome[]>
  /** Waits for running deliveries. */
  close(): Promise<void>
}

type Send = (items: readonly BatchItem[]) => Promise<DeliveryOutcome>

/** A backfill may take hours, so it must survive a minute without answers from Segment. */
const mostRetries = 10

export function createDelivery(options: DeliveryOptions): Delivery {
  const { time, signal, note = () => undefined } = options
  const underWay = new Set<Promise<unknown>>()
  const send: Send = (items) => {
    const calls = items.map(({ call }) => call)
    return sendBatch(calls, options, (request) => retrying(() => post(request, signal), time, note, mostRetries))
  }
  return {
    async deliver(calls, confirmed = () => undefined) {
      const outcomes: DeliveryOutcome[] = []
      const settle: Confirmed = (index, outcome) => {
        outcomes[index] = outcome
        confirmed(index, outcome)
      }
      const work = untilStopped(deliverInOrder(calls, options, send, settle), signal)
      underWay.add(work)
      await work.finally(() => underWay.delete(work))
      return outcomes
    },
    async close() {
      await Promise.allSettled(underWay)
    },
  }
}

async function deliverInOrder(
  calls: readonly SegmentCall[],
  { integrations }: DeliveryOptions,
  send: Send,
  settle: Confirmed,
): Promise<void> {
  const items = calls.map((call, index) => itemOf(call, index, integrations))
  for (const batch of batchesOf(items)) await deliverBatch(batch, send, settle)
}

/** Segment refuses a whole batch without a reason. So the batch is halved until each refused call is alone. */
async function deliverBatch(batch: readonly BatchItem[], send: Send, settle: Confirmed): Promise<void> {
  const good = batch.filter(({ refusal }) => refusal === undefined)
  const outcome: DeliveryOutcome = good.length === 0 ? { kind: 'delivered' } : await send(good)
  if (outcome.kind === 'delivered' || good.length === 1) {
    for (const { index, refusal } of batch) settle(index, refusal ?? outcome)
    return
  }
  const middle = Math.ceil(batch.length / 2)
  await deliverBatch(batch.slice(0, middle), send, settle)
  await deliverBatch(batch.slice(middle), send, settle)
}
