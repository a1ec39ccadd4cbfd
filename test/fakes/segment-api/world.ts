import { tickingClock } from './clock'
import { idSequence } from './ids'
import { emptyState, type State } from './state'

/** What differs from test to test. */
export interface SegmentApiOptions {
  /** The bearer token that is accepted. */
  token: string
  /**
   * Milliseconds; a clock that starts on 4 May 2031 and moves on by a second per reading, unless given. The delivery
   * overview refuses a range that starts long before, so a caller that asks for one goes by the same clock.
   */
  now?: () => number
  /** The most items on a page, whatever the caller asks for: 1000, as in Segment, unless given. */
  pageCap?: number
  /** Whether the token may see write keys: true unless given. Segment answers with none to one that may not. */
  sourceAdmin?: boolean
  /** What PATCH does to a source's settings, which Segment does not document: 'replace' unless given. */
  sourceSettings?: 'merge' | 'replace'
}

/** What the endpoints work on. */
export interface World {
  readonly state: State
  readonly options: Readonly<Required<Omit<SegmentApiOptions, 'now'>>>
  /** What a careful client never does, in the order in which it was done. */
  readonly violations: string[]
  /** Ids of functions and sources that a request has changed. */
  readonly changed: Set<string>
  /** Milliseconds. */
  readonly clock: () => number
  /** ISO 8601. */
  readonly now: () => string
  readonly newId: () => string
  readonly availability: Availability
}

/** The endpoints that are not yet stable, and may be missing. */
export interface Availability {
  versions: 'available' | 'empty' | 'absent'
  deliveryOverview: 'available' | 'absent'
}

export function createWorld({ now = tickingClock(), ...options }: SegmentApiOptions): World {
  return {
    state: emptyState(),
    options: { pageCap: 1000, sourceAdmin: true, sourceSettings: 'replace', ...options },
    violations: [],
    changed: new Set(),
    clock: now,
    now: () => new Date(now()).toISOString(),
    newId: idSequence(),
    availability: { versions: 'available', deliveryOverview: 'available' },
  }
}
