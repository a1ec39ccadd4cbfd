import { events } from '../../functions/events'
import { type Guest, makeGuests } from './guests'
import type { Random } from './random'

/** How a guest stands to the loyalty program when an event takes place. */
export type Standing = 'card only' | 'registers' | 'registered'

/** What took place, before anybody wrote it down. */
export interface SoakEvent {
  /** Its place in time, from 0. */
  readonly number: number
  /** The documented name of its kind. */
  readonly kind: string
  /** Its place among those of its kind, from 1. */
  readonly ordinal: number
  readonly guest: Guest
  readonly standing: Standing
  /** Milliseconds since 1970. No two events take place at once, so that the time tells them apart. */
  readonly at: number
  /** Points added and redeemed. */
  readonly added: number
  readonly redeemed: number
  /** From which its body is made. */
  readonly seed: number
}

export interface Timeline {
  readonly guests: readonly Guest[]
  readonly events: readonly SoakEvent[]
}

/** The summer of 2025; a million events later it is still summer time in New York, so that every local time is clear. */
const begin = Date.UTC(2025, 5, 2, 4)
const step = 10_000
export const mostEvents = 1_000_000

/** Events for each guest at least: one before the registration, the registration and one after it. */
export const leastPerGuest = 3

const registrations = ['Web Registration', 'Loyalty Registration']
const withPoints = ['Add/Redeem', 'POS Activity']
/** All kinds there are, in the documented order. */
export const kinds = events.map(({ name }) => name)
const others = kinds.filter((kind) => !registrations.includes(kind))

/** A story of so many events of so many guests, each of whom registers somewhere midway. */
export function tellTimeline(random: Random, count: { events: number; guests: number }): Timeline {
  const guests = makeGuests(count.guests, random)
  const rounds = Math.floor(count.events / count.guests)
  const registersIn = new Map(guests.map((guest) => [guest, random.between(1, rounds - 2)]))
  const ordinals = new Map<string, number>()
  const told: SoakEvent[] = []
  for (let round = 0; told.length < count.events; round++) {
    for (const guest of random.shuffled(guests).slice(0, count.events - told.length)) {
      const standing = standingAt(round - (registersIn.get(guest) ?? 0))
      const kind = random.pick(standing === 'registers' ? registrations : others)
      const ordinal = (ordinals.get(kind) ?? 0) + 1
      ordinals.set(kind, ordinal)
      const number = told.length
      const at = begin + number * step
      told.push({ number, kind, ordinal, guest, standing, at, ...points(kind, random), seed: random.seed() })
    }
  }
  return { guests, events: told }
}

/** @param since how many of the guest's events lie between this and the registration; negative before it. */
function standingAt(since: number): Standing {
  if (since === 0) return 'registers'
  return since < 0 ? 'card only' : 'registered'
}

/** Halves too, which add up without an error of rounding. */
function points(kind: string, random: Random): Pick<SoakEvent, 'added' | 'redeemed'> {
  if (!withPoints.includes(kind)) return { added: 0, redeemed: 0 }
  const some = (share: number) => (random.chance(share) ? random.between(1, 400) / 2 : 0)
  return { added: some(0.8), redeemed: some(0.3) }
}

/** How an event is named to people: `event 812 (Check-In, guest 17)`. */
export function nameOf({ number, kind, guest }: SoakEvent): string {
  return `event ${number} (${kind}, guest ${guest.number})`
}
