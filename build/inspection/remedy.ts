import type { ConfigChange } from '../config/config'

/** Something to do about what a body tells: plain data, for people to be shown, and to be carried out. */
export interface Remedy {
  /** The same for the same advice, such as `eventAliases ACCRUAL=Add/Redeem`. */
  readonly id: string
  readonly kind: RemedyKind
  /** What is wrong, and what the change does, in one sentence. */
  readonly text: string
  /** What it changes in `segment.config.json`. Null for what nobody can do there. */
  readonly change: ConfigChange | null
  /** Whether `--fix` makes the change. Of others, a person decides. */
  readonly isSure: boolean
}

/**
 * `events`, `event`: where the events and their details stand. `type`, `alias`: what the event's type is. `mapping`: where
 * a known value stands. `property`: a property of one's own. `setting`: how values are read.
 */
export type RemedyKind = 'events' | 'event' | 'type' | 'alias' | 'mapping' | 'property' | 'setting'
