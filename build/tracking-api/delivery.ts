import type { SegmentCall } from '../runtime'
import { retrying } from '../segment-api/retrying'
import type { Time } from '../system/time'
import type { DeliveryOutcome } from './delivery-outcome'
import { sendBatch } from './library'
import { post } from './post'
import { type BatchItem, batchesOf, itemOf } from './prepare'
import { untilStopped } from './until-stopped'

/** Takes what became of a call, by its place among those that were given. */
export type Confirmed = (index: number, outcome: DeliveryOutcome) => void

export interface DeliveryOptions {
  readonly writeKey: string
  /** Without a slash at the end. */
  readonly url: string
  /** Which destinations get the calls, as Segment's `integrations` object; all that are enabled unless given. */
  readonly integrations?: Readonly<Record<string, unknown>>
  readonly time: Time
  /** Ends what is under way at once. */
  readonly signal?: AbortSignal
  /** Takes a line about a batch that is tried again. */
  readonly note?: (text: string) => void
}

/** A way into one source by Segment's HTTP tracking API. */
export interface Delivery {
  /**
   * Delivers calls in their order, one batch after the other, and says what became of each, in the same order. A call
   * that Segment refuses is refused alone: the others of its batch are delivered. Several deliveries may be under way
   * at the same time; each keeps its own order. Calls stay as they are: a time that is missing is not made up.
   *
   * @param confirmed is told of each call, in their order, as soon as Segment has confirmed or refused it. What it throws
   * ends the delivery.
   * @throws UserError when Segment cannot be reached after the retries, refuses the write key, or the signal ends it;
   * what is known until then was given to `confirmed`.
   */
  deliver(calls: readonly SegmentCall[], confirmed?: Confirmed): Promise<readonly DeliveryOutcome[]>
  /** Waits for what is under way. */
  close(): Promise<void>
}

type Send = (items: readonly BatchItem[]) => Promise<DeliveryOutcome>

/** A history that takes hours should not end when Segment does not answer for a minute. */
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

/** Segment refuses a batch as a whole and does not say why. So it is halved until what it refuses stands alone. */
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
