import type { WebhookRequest } from '../../build/runtime'
import type { SoakEvent } from './events'
import type { Random } from './random'

/**
 * How a delivery goes. `whole`: as it should. `cutOff`: its text ends too early. `stalledBefore`, `stalledAfter`: the
 * function runs into the time limit before it makes its calls, or after, when Segment has not sent them yet.
 * `answerLost`: the calls are sent, but the sender hears of a timeout. A whole delivery follows each of the failures.
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

/** How often each failure comes before a whole delivery. A stall costs a process, so there are few. */
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
 * Delivers all events in the order of arrival, which is not theirs: mostly one alone, else up to twelve in a body, each
 * body whole 1 to 4 times within the 24 hours for which Segment keeps message ids.
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

/** An event alone, a bare list, or a list under a name. Each event says something of its delivery. */
function bodyOf(events: readonly SoakEvent[], list: string, at: number, attempt: number, random: Random): unknown {
  const sentAt = new Date(at).toISOString()
  const fields = random.pick<object>([{}, { attempt }, { retry_count: attempt - 1 }, { sentAt, attempt }])
  const bodies = events.map(({ body }) => ({ ...fields, ...body }))
  if (bodies.length === 1) return bodies[0]
  return list === '' ? bodies : { [list]: bodies }
}

/** JSON, whose keys the runtime sorts, or a form, in which they stay as they are. */
function requestOf(body: unknown, fate: Fate, random: Random): WebhookRequest {
  const whole = JSON.stringify(body)
  const json = fate === 'cutOff' ? whole.slice(0, random.between(1, whole.length - 1)) : whole
  const stall = stalls[fate]
  const headers: Record<string, string> = stall === undefined ? {} : { [stallHeader]: stall }
  if (random.chance(0.9)) return { headers: { ...headers, 'content-type': 'application/json' }, body: json }
  const form = new URLSearchParams({ payload: json }).toString()
  return { headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, body: form }
}
