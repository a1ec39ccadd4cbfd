import type { DiscardReason } from './discard-reason'

/** A value that survives JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** The calls of the `Segment` global. `set` goes to the Objects API, the others to the Tracking API. */
export type SegmentCallType = 'track' | 'identify' | 'group' | 'page' | 'screen' | 'alias' | 'set'

/** A call as it goes over the wire. */
export interface SegmentCall {
  type: SegmentCallType
  [field: string]: Json
}

/**
 * How a request ended: `rejected` for ValidationError and InvalidEventPayload, `unsupported` for EventNotSupported,
 * `error` for whatever else was thrown, `timeout` when it ran too long, `refused` when it never reached the function.
 */
export type Status = 'ok' | 'rejected' | 'unsupported' | 'error' | 'timeout' | 'refused'

/** A line that the function wrote to its console. */
export interface LogLine {
  level: 'debug' | 'log' | 'info' | 'warn' | 'error'
  text: string
}

/** The name and message of what was thrown. */
export interface Failure {
  name: string
  message: string
}

/** What became of one webhook request. */
export interface Receipt {
  status: Status
  /**
   * What the webhook's sender would see: 200, 405, 413, 415, and 400 for whatever the function threw.
   * Segment documents no code for a timeout; 504 says what happened and invites the sender to try again.
   */
  httpStatus: number
  /** What Segment's Errors tab or delivery overview calls it; null when all is well. */
  shownAs: string | null
  error: Failure | null
  /** The accepted calls, in the order in which they were made. */
  calls: SegmentCall[]
  /** The calls that Segment counts but does not deliver. The function never learns of them. */
  discarded: { call: SegmentCall; reason: DiscardReason }[]
  /** The lines of every attempt, in order. */
  logs: LogLine[]
  /** How many times the function was called: 0 when refused, 1 unless retried. */
  attempts: number
  /** Time that `onRequest` took in the last attempt, in milliseconds; evaluation of the script is not part of it. */
  ms: number
}
