import type { DiscardReason } from './discard-reason'

/** A JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** The calls of the `Segment` global. `set` goes to the Objects API, the others to the Tracking API. */
export type SegmentCallType = 'track' | 'identify' | 'group' | 'page' | 'screen' | 'alias' | 'set'

/** A call as it is sent. */
export interface SegmentCall {
  type: SegmentCallType
  [field: string]: Json
}

/**
 * How a request ended: `rejected` for ValidationError and InvalidEventPayload, `unsupported` for EventNotSupported,
 * `error` for any other error, `timeout` when it ran too long, `refused` when it did not reach the function.
 */
export type Status = 'ok' | 'rejected' | 'unsupported' | 'error' | 'timeout' | 'refused'

/** A line that the function wrote to its console. */
export interface LogLine {
  level: 'debug' | 'log' | 'info' | 'warn' | 'error'
  text: string
}

/** The name and message of a thrown value. */
export interface Failure {
  name: string
  message: string
}

/** The result of one webhook request. */
export interface Receipt {
  status: Status
  /**
   * The status that the webhook's sender sees: 200, 405, 413, 415, or 400 when the function threw.
   * Segment documents no status for a timeout. 504 describes it and lets the sender try again.
   */
  httpStatus: number
  /** The name in Segment's Errors tab or delivery overview. Null when there was no error. */
  shownAs: string | null
  error: Failure | null
  /** The accepted calls, in order. */
  calls: SegmentCall[]
  /** The calls that Segment counts but does not deliver. The function does not notice this. */
  discarded: { call: SegmentCall; reason: DiscardReason }[]
  /** The lines of every attempt, in order. */
  logs: LogLine[]
  /** How often the function was called: 0 when refused, 1 without retries. */
  attempts: number
  /** The duration of `onRequest` in the last attempt, in milliseconds, without the evaluation of the script. */
  ms: number
}
