import type { Body } from '../../build/bodies/bodies'
import { grouped } from '../../build/render/numbers'
import { createRuntime, type Receipt, type SegmentCall, type WebhookRequest } from '../../build/runtime'
import { limits } from '../../build/runtime/limits'
import { digestOf } from '../../build/system/digest'
import { type Delivery, deliveriesOf, type Fate, stallHeader } from './deliveries'
import { makeEvents, type SoakEvent, templatesOf } from './events'
import { createRandom } from './random'

/** What a run came to. */
export interface Redelivery {
  readonly events: number
  readonly deliveries: number
  readonly calls: number
  readonly duplicatesDropped: number
  /** What is wrong; empty when all holds. */
  readonly wrong: readonly string[]
}

export interface RedeliveryOptions {
  readonly seed: number
  readonly events: number
  readonly guests: number
  readonly progress: (text: string) => void
}

/** The calls that Segment has: a digest of each under its message id. */
type Calls = Map<unknown, string>

/** Segment would wait longer for a function that stalls; this is long enough to make its calls. */
const stallLimitMs = 25

const endings: Readonly<Record<Fate, Receipt['status']>> = {
  ...{ whole: 'ok', answerLost: 'ok', cutOff: 'rejected' },
  ...{ stalledBefore: 'timeout', stalledAfter: 'timeout' },
}

/**
 * Delivers events once and in order, and then repeatedly, late, damaged and interrupted. Segment must have the same calls
 * both times: each call of each event exactly once.
 */
export async function redeliver(
  code: string,
  samples: readonly Body[],
  { seed, progress, ...count }: RedeliveryOptions,
): Promise<Redelivery> {
  const random = createRandom(seed)
  const events = makeEvents(templatesOf(samples), count, random)
  const wrong: string[] = []
  const expected = await deliverOnce(code, events, wrong, progress)
  const deliveries = deliveriesOf(events, random)
  const { calls, duplicatesDropped } = await deliverAll(code, deliveries, wrong, progress)
  for (const [id, digest] of expected) if (calls.get(id) !== digest) wrong.push(`call ${id} is lost or changed`)
  for (const id of calls.keys()) if (!expected.has(id)) wrong.push(`call ${id} belongs to no event`)
  return { events: events.length, deliveries: deliveries.length, calls: calls.size, duplicatesDropped, wrong }
}

async function deliverOnce(
  code: string,
  events: readonly SoakEvent[],
  wrong: string[],
  progress: (text: string) => void,
): Promise<Calls> {
  const calls: Calls = new Map()
  const once = events.map((event): Delivery => {
    return { events: [event], at: event.at, fate: 'whole', request: { body: JSON.stringify(event.body) } }
  })
  for await (const [
    {
      events: [event],
    },
    receipt,
  ] of receiptsOf(code, once, progress)) {
    if (event === undefined) continue
    const tracks = receipt.calls.filter(({ type }) => type === 'track').length
    if (tracks !== 1) wrong.push(`event ${event.number}: ${tracks} track calls, expected 1`)
    for (const call of receipt.calls) {
      if (call.userId !== event.guest.userId) wrong.push(`event ${event.number}: another guest's user id`)
      take(call, calls, wrong)
    }
  }
  return calls
}

async function deliverAll(
  code: string,
  deliveries: readonly Delivery[],
  wrong: string[],
  progress: (text: string) => void,
): Promise<{ calls: Calls; duplicatesDropped: number }> {
  const calls: Calls = new Map()
  let duplicatesDropped = 0
  for await (const [{ fate, events }, { status, discarded, calls: sent }] of receiptsOf(code, deliveries, progress)) {
    if (status !== endings[fate]) wrong.push(`event ${events[0]?.number}, ${fate}: ended as ${status}`)
    duplicatesDropped += discarded.length
    for (const call of sent) take(call, calls, wrong)
  }
  return { calls, duplicatesDropped }
}

function take(call: SegmentCall, calls: Calls, wrong: string[]): void {
  if (calls.has(call.messageId)) wrong.push(`call ${call.messageId} came twice`)
  calls.set(call.messageId, digestOf(JSON.stringify(call)))
}

async function* receiptsOf(
  code: string,
  deliveries: readonly Delivery[],
  progress: (text: string) => void,
): AsyncGenerator<[Delivery, Receipt]> {
  let now = 0
  const runtime = createRuntime(withStalls(code), { timeLimitMs, now: () => now })
  try {
    for (const [index, delivery] of deliveries.entries()) {
      if (index % 500 === 0) progress(`delivery ${grouped(index)} of ${grouped(deliveries.length)} …`)
      now = delivery.at
      yield [delivery, await runtime.receive(delivery.request)]
    }
  } finally {
    await runtime.close()
    progress('')
  }
}

function timeLimitMs({ headers = {} }: WebhookRequest): number {
  return stallHeader in headers ? stallLimitMs : limits.requestMs
}

/** Makes the function never end a request that asks for it. */
function withStalls(code: string): string {
  return `${code}
;onRequest = ((inner) => async (request, settings) => {
  const stall = request.headers.get('${stallHeader}')
  while (stall === 'before');
  await inner(request, settings)
  while (stall === 'after');
})(onRequest)
`
}
