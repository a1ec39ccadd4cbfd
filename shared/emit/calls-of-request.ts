import type { Registry } from '../properties/registry'
import type { ReadEvent } from '../read/events-reader'
import type { Settings } from '../settings/settings'
import type { Call } from './call'
import { type EventCalls, handleEvent, type Rejection } from './handle'
import { keptCall } from './kept-call'
import { fitToLimit } from './limits'

/** The calls of one event, each within Segment's limit, and with the setting `keepBodies` the one that keeps its body. */
export function callsOfEvent(event: ReadEvent, registry: Registry, settings: Settings): EventCalls {
  const { calls, rejection } = handleEvent(event, settings)
  for (const call of calls) fitToLimit(call, registry)
  const { keepBodies } = settings
  const isKept = keepBodies === 'all' || (keepBodies === 'rejected' && rejection !== undefined)
  if (!isKept) return { calls, rejection }
  return { calls: [...calls, keptCall(event, rejection?.reason, registry, settings)], rejection }
}

/**
 * The calls of all events of a request. Of several events, it logs the rejected ones.
 * @throws InvalidEventPayload or EventNotSupported when no call is left.
 */
export function callsOfRequest(events: readonly EventCalls[]): readonly Call[] {
  const calls: Call[] = []
  const rejections: Rejection[] = []
  for (const event of events) {
    calls.push(...event.calls)
    if (event.rejection !== undefined) rejections.push(event.rejection)
  }
  if (events.length > 1) for (const { reason } of rejections) console.error(reason)
  if (calls.length === 0) throw errorOf(rejections)
  return calls
}

/** Types that are not supported are only the error when nothing else is wrong. */
function errorOf(rejections: readonly Rejection[]): Error {
  const unusable = rejections.find(({ Failure }) => Failure === InvalidEventPayload)
  const { Failure = InvalidEventPayload, reason = '' } = unusable ?? rejections[0] ?? {}
  return new Failure(rejections.length > 1 ? `${reason} (and ${rejections.length - 1} more rejected)` : reason)
}
