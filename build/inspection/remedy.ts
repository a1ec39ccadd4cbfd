import type { ConfigChange } from '../config/config'

/** A change that mends how bodies are read, as plain data. */
export interface Remedy {
  /** The same text for the same advice, such as `eventAliases ACCRUAL=Add/Redeem`. */
  readonly id: string
  readonly kind: RemedyKind
  /** What is wrong, and what the change does, in one sentence. */
  readonly text: string
  /** The change of `segment.config.json`. Null when the remedy is elsewhere. */
  readonly change: ConfigChange | null
  /** Whether `--fix` makes the change. A person decides on the others. */
  readonly isSure: boolean
}

/**
 * `events`, `event`: where the events and their details are. `type`, `alias`: what the event's type is. `mapping`: where a
 * known value is. `property`: a property of the user's own. `setting`: how values are read.
 */
export type RemedyKind = 'events' | 'event' | 'type' | 'alias' | 'mapping' | 'property' | 'setting'
