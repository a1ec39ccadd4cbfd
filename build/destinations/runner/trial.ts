import type { Json, SegmentCall } from '../../runtime/receipt'
import type { Mapping } from '../destination'

/** `default`: what Segment's code suggests by itself. `ready`: the subscriptions that are shipped here. */
export type Mode = 'default' | 'ready'

/** Calls for one destination. */
export interface Trial {
  readonly slug: string
  readonly mode: Mode
  readonly calls: readonly SegmentCall[]
  /** The time of receipt of each call, ISO 8601. */
  readonly receivedAt: string
  /** Whether to find out what of each call is lost, which takes several runs. */
  readonly tellsLost: boolean
}

/** A subscription with the defaults of its action. Inputs stay as they are. */
export interface FullSubscription {
  readonly name: string
  readonly action: string
  readonly trigger: string
  readonly mapping: Mapping
}

/** What a tool would receive. */
export interface ToolRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Parsed when it is JSON, otherwise text. Null without a body. */
  readonly body: Json
}

/** A subscription that took a call. */
export interface Fired {
  readonly subscription: string
  readonly action: string
  readonly requests: readonly ToolRequest[]
  /** The words of the destination's code when it refused the call. */
  readonly error: string | null
}

/** What became of one call. */
export interface CallOutcome {
  readonly fired: readonly Fired[]
  /** Places in the call that no request depends on. Empty when nothing was sent, or it was not asked for. */
  readonly lost: readonly string[]
  /** Why the destination's code could not run at all. */
  readonly error: string | null
}

/** What became of a trial's calls, in order. */
export interface TrialOutcome {
  readonly subscriptions: readonly FullSubscription[]
  readonly outcomes: readonly CallOutcome[]
}

/** The answer of the worker. */
export type TrialAnswer = TrialOutcome | { readonly failure: string }
