import { trace } from '../read/trace'
import type { Settings } from '../settings/settings'
import type { Call } from './calls'
import type { Outcome } from './handle'
import { type Rejection, rejectedCall } from './rejected'

/**
 * The calls of a request: of its good events, and with the setting `rejectedEvents: track` also those that keep the
 * rejected ones. Without it, rejected events are logged one by one.
 * @throws InvalidEventPayload or EventNotSupported when no event is left.
 */
export function settle(outcomes: readonly Outcome[], settings: Settings): Call[] {
  TRACE: trace({ step: 'settle', outcomes })
  const calls: Call[] = []
  const rejections: Rejection[] = []
  for (const outcome of outcomes) {
    if ('calls' in outcome) calls.push(...outcome.calls)
    else if (settings.rejectedEvents === 'track') calls.push(rejectedCall(outcome.rejection, settings))
    else rejections.push(outcome.rejection)
  }
  if (outcomes.length > 1) for (const { reason } of rejections) console.error(reason)
  if (calls.length === 0) throw errorOf(rejections)
  return calls
}

/** Types that are not supported are only then the error when nothing else is wrong. */
function errorOf(rejections: readonly Rejection[]): Error {
  const unusable = rejections.find(({ kind }) => kind !== 'type')
  const { reason = '' } = unusable ?? rejections[0] ?? {}
  const message = rejections.length > 1 ? `${reason} (and ${rejections.length - 1} more rejected)` : reason
  return unusable === undefined ? new EventNotSupported(message) : new InvalidEventPayload(message)
}
