import type { Notification } from './notifications'
import type { Random } from './random'

/**
 * How a delivery goes. `whole`: as it should. `cutOff`: its text ends too early. `stalledBefore`, `stalledAfter`: the
 * function runs into the time limit before it makes its calls, or after, when Segment has not sent them yet.
 * `answerLost`: the calls are sent, but the sender is told of a timeout. All but the first are followed by another try.
 */
export const fates = ['whole', 'cutOff', 'stalledBefore', 'stalledAfter', 'answerLost'] as const
export type Fate = (typeof fates)[number]

export interface Delivery {
  readonly notification: Notification
  /** Milliseconds since 1970. */
  readonly at: number
  /** Which of its notification's deliveries it is, from 1. */
  readonly attempt: number
  readonly fate: Fate
  /** From which the form of its request is drawn. */
  readonly seed: number
}

const mostCopies = 4
/** In which share of the cases a whole delivery comes after a failed one. Each stall costs a process: they are few. */
const shares: readonly (readonly [Fate, number])[] = [
  ['cutOff', 0.03],
  ['stalledBefore', 0.0005],
  ['stalledAfter', 0.0005],
  ['answerLost', 0.01],
]
const minute = 60_000
const longestDelay = 30 * minute
/** Eight deliveries at most, of which the last comes well within the 24 hours for which Segment keeps message ids. */
const longestWait = 120 * minute

/** All deliveries in the order in which they arrive: each notification whole 1 to 4 times, and failed ones before. */
export function deliveriesOf(notifications: readonly Notification[], random: Random): Delivery[] {
  const deliveries = notifications.flatMap((notification) => {
    let at = (notification.events.at(-1)?.at ?? 0) + random.between(0, longestDelay)
    return fatesOf(random).map((fate, index): Delivery => {
      if (index > 0) at += random.between(minute, longestWait)
      return { notification, at, attempt: index + 1, fate, seed: random.seed() }
    })
  })
  return deliveries.sort((one, other) => one.at - other.at)
}

function fatesOf(random: Random): Fate[] {
  return Array.from({ length: random.between(1, mostCopies) }).flatMap((): Fate[] => {
    const [failure] = shares.find(([, share]) => random.chance(share)) ?? []
    return failure === undefined ? ['whole'] : [failure, 'whole']
  })
}
