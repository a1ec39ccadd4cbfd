import type { SegmentCall } from '../runtime/receipt'
import type { Destination } from './destination'
import { inputsOf } from './mapping'
import type { CallOutcome, Fired, Mode } from './runner/trial'

interface Share {
  readonly sent: number
  readonly of: number
}

/** What a destination made of several calls. */
export interface Summary {
  /** Track calls. */
  readonly events: Share
  /** Track calls without a user id that no subscription takes: of a card alone, mostly. */
  readonly withoutUser: number
  /** Identify calls. */
  readonly profiles: Share
  /** Calls that the destination's code refused. */
  readonly failed: number
  /** `untold` when no registration among the calls says yes or no. */
  readonly consent: 'reached' | 'failed' | 'unreachable' | 'untold'
  /** The names of what a person fills in. */
  readonly inputs: readonly string[]
}

/** A call and what became of it. */
export interface CallResult {
  readonly call: SegmentCall
  readonly outcome: CallOutcome
}

/** What became of calls in a destination. */
export function summaryOf(destination: Destination, mode: Mode, results: readonly CallResult[]): Summary {
  const isReady = mode === 'ready'
  const events = results.filter(({ call }) => call.type === 'track')
  return {
    events: shareOf(events),
    withoutUser: events.filter(({ call, outcome }) => call.userId === undefined && isUntaken(outcome)).length,
    profiles: shareOf(results.filter(({ call }) => call.type === 'identify')),
    failed: results.filter(({ outcome }) => hasFailed(outcome)).length,
    consent: isReady ? consentOf(destination, results) : 'unreachable',
    inputs: isReady ? inputsOf(destination.subscriptions.map(({ mapping }) => mapping)) : [],
  }
}

/** Whether a destination's code refused a call, or could not run. */
export function hasFailed({ fired, error }: CallOutcome): boolean {
  return error !== null || fired.some((one) => one.error !== null)
}

function isUntaken({ fired, error }: CallOutcome): boolean {
  return fired.length === 0 && error === null
}

function shareOf(results: readonly CallResult[]): Share {
  const sent = results.filter(({ outcome }) => outcome.fired.some(isSent))
  return { sent: sent.length, of: results.length }
}

function isSent({ requests, error }: Fired): boolean {
  return error === null && requests.length > 0
}

function consentOf({ subscriptions }: Destination, results: readonly CallResult[]): Summary['consent'] {
  const names = new Set(subscriptions.filter((one) => one.consent !== undefined).map(({ name }) => name))
  if (names.size === 0) return 'unreachable'
  const fired = results.flatMap(({ outcome }) => outcome.fired.filter(({ subscription }) => names.has(subscription)))
  if (fired.length === 0) return 'untold'
  return fired.every(isSent) ? 'reached' : 'failed'
}
