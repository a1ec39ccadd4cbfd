import type { Body } from '../../build/bodies/bodies'
import { createRuntime, type Receipt, type WebhookRequest } from '../../build/runtime'
import { limits } from '../../build/runtime/limits'
import { digestOf } from '../../build/system/digest'
import { grouped } from '../../build/system/numbers'
import { type Delivery, deliveriesOf, type Fate, stallHeader } from './deliveries'
import { makeEvents, type SoakEvent, templatesOf } from './events'
import { createRandom } from './random'

/** What a run came to. */
export interface Redelivery {
  readonly deliveries: number
  /** Calls that Segment has. */
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

/** Segment would wait longer for a function that stalls; this is long enough to make its calls. */
const stallLimitMs = 25

/** How a request may end. The field of a form that breaks off is text, in which nothing names a type. */
const endings: Readonly<Record<Fate, readonly Receipt['status'][]>> = {
  ...{ whole: ['ok'], answerLost: ['ok'], cutOff: ['rejected', 'unsupported'] },
  ...{ stalledBefore: ['timeout'], stalledAfter: ['timeout'] },
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
  const once = await deliver(code, events.map(deliveryOf), progress)
  const deliveries = deliveriesOf(events, random)
  const { calls, duplicatesDropped, wrong } = await deliver(code, deliveries, progress)
  const lost = [...once.calls].filter(([id, digest]) => calls.get(id) !== digest)
  const strange = [...calls.keys()].filter((id) => !once.calls.has(id))
  return {
    ...{ deliveries: deliveries.length, calls: calls.size, duplicatesDropped },
    wrong: [
      ...(once.duplicatesDropped === 0
        ? []
        : [`${once.duplicatesDropped} calls share a message id with another event's`]),
      ...(once.calls.size >= events.length ? [] : [`${once.calls.size} calls for ${events.length} events`]),
      ...once.wrong,
      ...wrong,
      ...lost.map(([id]) => `call ${id} is lost or changed`),
      ...strange.map((id) => `call ${id} belongs to no event`),
    ],
  }
}

function deliveryOf(event: SoakEvent): Delivery {
  return { events: [event], at: event.at, fate: 'whole', request: { body: JSON.stringify(event.body) } }
}

async function deliver(code: string, deliveries: readonly Delivery[], progress: (text: string) => void) {
  const calls = new Map<unknown, string>()
  const wrong: string[] = []
  let [now, duplicatesDropped] = [0, 0]
  const runtime = createRuntime(withStalls(code), { timeLimitMs, now: () => now })
  for (const [index, { at, events, fate, request }] of deliveries.entries()) {
    if (index % 500 === 0) progress(`delivery ${grouped(index)} of ${grouped(deliveries.length)} …`)
    now = at
    const { status, discarded, calls: sent } = await runtime.receive(request)
    if (!endings[fate].includes(status)) wrong.push(`event ${events[0]?.number}, ${fate}: ended as ${status}`)
    duplicatesDropped += discarded.length
    const userIds = new Set(events.map(({ guest }) => guest.userId))
    for (const call of sent) {
      if (!userIds.has(String(call.userId))) wrong.push(`event ${events[0]?.number}: another guest's user id`)
      if (calls.has(call.messageId)) wrong.push(`call ${call.messageId} came twice`)
      calls.set(call.messageId, digestOf(JSON.stringify(call)))
    }
  }
  progress('')
  await runtime.close()
  return { calls, duplicatesDropped, wrong }
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
