import type { CallOutcome, FullSubscription, Mode } from '../destinations/runner/trial'

/** What a tool makes of a request. */
export interface ShownTool {
  readonly slug: string
  readonly name: string
  readonly subscriptions: readonly FullSubscription[]
  /** The names of what a person fills in. */
  readonly inputs: readonly string[]
  /** One for each call that was tried. */
  readonly outcomes: readonly CallOutcome[]
}

/** What all tools make of a request. */
export interface ShownTrials {
  readonly mode: Mode
  /** The command that installs Segment's destination code. Null when it is installed. */
  readonly install: string | null
  /** How many of the request's calls were tried. */
  readonly calls: number
  readonly tools: readonly ShownTool[]
}
