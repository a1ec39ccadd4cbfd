import { retrying } from '../segment-api/retrying'
import type { Time } from '../system/time'
import type { DeliveryOutcome } from './delivery-outcome'
import { createPost, type Post } from './post'
import { batchBody, batchSize, type PreparedCall } from './prepare'

/** Gets the outcome of a call, with the call's index. */
export type Confirmed = (index: number, outcome: DeliveryOutcome) => void

export interface DeliveryOptions {
  readonly writeKey: string
  /** Without a final slash. */
  readonly url: string
  readonly time: Time
  /** Gets a line about each retry of a batch. */
  readonly note?: (text: string) => void
  /** Waits until this many calls may be sent. It is asked before every request. Default: no limit. */
  readonly pace?: (calls: number) => Promise<void>
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
   * @throws UserError when Segment cannot be reached after the retries or refuses the write key. `confirmed` has then
   * received the outcomes known so far.
   */
  deliver(calls: readonly PreparedCall[], confirmed?: Confirmed): Promise<readonly DeliveryOutcome[]>
}

/** A call with its index among the calls to deliver. */
interface Indexed {
  readonly index: number
  readonly call: PreparedCall
}

type Send = (calls: readonly PreparedCall[]) => Promise<DeliveryOutcome>

/** A backfill may take hours, so it must survive a minute without answers from Segment. */
const mostRetries = 10

export function createDelivery(options: DeliveryOptions): Delivery {
  const send = createSend(createPost(options), options)
  return {
    async deliver(calls, confirmed = () => undefined) {
      const outcomes: DeliveryOutcome[] = []
      const settle: Confirmed = (index, outcome) => {
        outcomes[index] = outcome
        confirmed(index, outcome)
      }
      await deliverInOrder(calls, send, settle)
      return outcomes
    },
  }
}

function createSend(post: Post, { time, note = () => undefined, pace = async () => undefined }: DeliveryOptions): Send {
  return async (calls) => {
    const request = await post.prepare(batchBody(calls))
    const attempt = async () => {
      await pace(calls.length)
      return post.send(request)
    }
    return retrying(attempt, time, note, mostRetries)
  }
}

async function deliverInOrder(calls: readonly PreparedCall[], send: Send, settle: Confirmed): Promise<void> {
  const all = calls.map((call, index) => ({ index, call }))
  for (let from = 0; from < all.length; ) {
    const size = batchSize(calls.slice(from))
    await deliverBatch(all.slice(from, from + size), send, settle)
    from += size
  }
}

/** Segment refuses a whole batch without a reason. So the batch is halved until each refused call is alone. */
async function deliverBatch(batch: readonly Indexed[], send: Send, settle: Confirmed): Promise<void> {
  const good = batch.filter(({ call }) => call.refusal === undefined)
  const outcome: DeliveryOutcome = good.length === 0 ? { kind: 'delivered' } : await send(good.map(({ call }) => call))
  if (outcome.kind === 'delivered' || good.length === 1) {
    for (const { index, call } of batch)
      settle(index, call.refusal === undefined ? outcome : { kind: 'refused', reason: call.refusal })
    return
  }
  const middle = Math.ceil(batch.length / 2)
  await deliverBatch(batch.slice(0, middle), send, settle)
  await deliverBatch(batch.slice(middle), send, settle)
}
