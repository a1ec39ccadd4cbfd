import type { WebhookRequest } from '../../build/runtime'
import type { SoakEvent } from './events'
import type { Random } from './random'

/**
 * The result of a delivery. `whole`: success. `cutOff`: incomplete text. `stalledBefore`, `stalledAfter`: the function
 * reaches the time limit before or after it makes its calls; Segment sends none. `answerLost`: the calls are sent, but
 * the sender sees a timeout. A whole delivery follows each failure.
 */
export const fates = ['whole', 'cutOff', 'stalledBefore', 'stalledAfter', 'answerLost'] as const
export type Fate = (typeof fates)[number]

export interface Delivery {
  readonly events: readonly SoakEvent[]
  /** Milliseconds since 1970. */
  readonly at: number
  readonly fate: Fate
  readonly request: WebhookRequest
}

/** The header that makes the function stall: `before` it makes its calls, or `after`. */
export const stallHeader = 'x-soak-stall'

/** The share of deliveries with each failure first. A stall costs a new process, so there are few. */
const shares: readonly (readonly [Fate, number])[] = [
  ...([
    ['cutOff', 0.03],
    ['stalledBefore', 0.0005],
    ['stalledAfter', 0.0005],
    ['answerLost', 0.01],
  ] as const),
]
const minute = 60_000
const stalls: Partial<Record<Fate, string>> = { stalledBefore: 'before', stalledAfter: 'after' }

/**
 * The deliveries of all events, in an order that differs from that of the events: mostly one event per body, sometimes
 * up to twelve. Each body is delivered whole 1 to 4 times within the 24 hours that Segment keeps message ids.
 */
export function deliveriesOf(events: readonly SoakEvent[], random: Random): Delivery[] {
  const deliveries: Delivery[] = []
  for (let first = 0; first < events.length; ) {
    const size = random.chance(0.9) ? 1 : random.between(2, 12)
    deliveries.push(...copiesOf(events.slice(first, first + size), random))
    first += size
  }
  return deliveries.sort((one, other) => one.at - other.at)
}

function copiesOf(events: readonly SoakEvent[], random: Random): Delivery[] {
  const list = random.pick(['', 'events', 'batch', 'notifications', 'data'])
  let at = (events.at(-1)?.at ?? 0) + random.between(0, 30 * minute)
  return fatesOf(random).map((fate, index): Delivery => {
    if (index > 0) at += random.between(minute, 120 * minute)
    return { events, at, fate, request: requestOf(bodyOf(events, list, at, index + 1, random), fate, random) }
  })
}

function fatesOf(random: Random): Fate[] {
  return Array.from({ length: random.between(1, 4) }).flatMap((): Fate[] => {
    const [failure] = shares.find(([, share]) => random.chance(share)) ?? []
    return failure === undefined ? ['whole'] : [failure, 'whole']
  })
}

/** One event, a bare list, or a list under a name. Each event has delivery fields. */
function bodyOf(events: readonly SoakEvent[], list: string, at: number, attempt: number, random: Random): unknown {
  const sentAt = new Date(at).toISOString()
  const fields = random.pick<object>([{}, { attempt }, { retry_count: attempt - 1 }, { sentAt, attempt }])
  const bodies = events.map(({ body }) => ({ ...fields, ...body }))
  if (bodies.length === 1) return bodies[0]
  return list === '' ? bodies : { [list]: bodies }
}

/** JSON, whose keys the runtime sorts, or a form, whose keys keep their order. */
function requestOf(body: unknown, fate: Fate, random: Random): WebhookRequest {
  const whole = JSON.stringify(body)
  const json = fate === 'cutOff' ? whole.slice(0, random.between(1, whole.length - 1)) : whole
  const stall = stalls[fate]
  const headers: Record<string, string> = stall === undefined ? {} : { [stallHeader]: stall }
  if (random.chance(0.9)) return { headers: { ...headers, 'content-type': 'application/json' }, body: json }
  const form = new URLSearchParams({ payload: json }).toString()
  return { headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, body: form }
}
