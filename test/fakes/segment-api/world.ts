import { tickingClock } from './clock'
import { idSequence } from './ids'
import { emptyState, type State } from './state'

/** Options that tests may change. */
export interface SegmentApiOptions {
  /** The accepted bearer token. */
  token: string
  /**
   * The clock in milliseconds. By default it starts on 4 May 2031 and advances by a second with each reading. The
   * delivery overview refuses a range that starts long before, so its callers must use the same clock.
   */
  now?: () => number
  /** The most items on a page, even if the caller asks for more. Default: 1000, as in Segment. */
  pageCap?: number
  /** Whether the token may read write keys. Default: true. Without permission, Segment returns an empty list. */
  sourceAdmin?: boolean
  /** How PATCH changes a source's settings, which Segment does not document. Default: 'replace'. */
  sourceSettings?: 'merge' | 'replace'
  /** How every answer of success looks. Default: 'full'. `sparse` lacks optional members, `odd` has odd ones. */
  answers?: 'full' | 'sparse' | 'odd'
  /** Whether schemas of rules come back with members and parts of a call that say nothing. Default: false. */
  normalizesSchemas?: boolean
}

/** The data that the endpoints work on. */
export interface World {
  readonly state: State
  readonly options: Readonly<Required<Omit<SegmentApiOptions, 'now'>>>
  /** Things that a careful client never does, in order. */
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

/** The unstable endpoints, which may be missing. */
export interface Availability {
  versions: 'available' | 'empty' | 'absent'
  deliveryOverview: 'available' | 'absent'
}

export function createWorld({ now = tickingClock(), ...options }: SegmentApiOptions): World {
  return {
    state: emptyState(),
    options: {
      ...{ pageCap: 1000, sourceAdmin: true, sourceSettings: 'replace', answers: 'full', normalizesSchemas: false },
      ...options,
    },
    violations: [],
    changed: new Set(),
    clock: now,
    now: () => new Date(now()).toISOString(),
    newId: idSequence(),
    availability: { versions: 'available', deliveryOverview: 'available' },
  }
}
