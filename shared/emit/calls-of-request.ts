import type { Registry } from '../properties/registry'
import type { ReadEvent } from '../read/events-reader'
import type { Settings } from '../settings/settings'
import type { Call } from './call'
import { handleEvent } from './handle'
import { keptCall } from './kept-call'
import { fitToLimit } from './limits'
import type { Rejection } from './rejection'

/** What one event of a request gives: its calls, and why it has none of its own. */
export interface EventCalls {
  readonly calls: readonly Call[]
  readonly rejection: Rejection | undefined
}

/** The calls of one event, each within Segment's limit, and with the setting `keepBodies` the one that keeps its body. */
export function callsOfEvent(event: ReadEvent, registry: Registry, settings: Settings): EventCalls {
  const result = handleEvent(event, settings)
  const rejection = 'rejection' in result ? result.rejection : undefined
  const calls = 'calls' in result ? result.calls.map((call) => fitToLimit(call, registry)) : []
  const { keepBodies } = settings
  const isKept = keepBodies === 'all' || (keepBodies === 'rejected' && rejection !== undefined)
  if (isKept) calls.push(keptCall(event, rejection?.reason, registry, settings))
  return { calls, rejection }
}

/**
 * The calls of all events of a request. Of several events, it logs the rejected ones.
 * @throws InvalidEventPayload or EventNotSupported when no call is left.
 */
export function callsOfRequest(events: readonly EventCalls[]): readonly Call[] {
  const calls = events.flatMap((event) => event.calls)
  const rejections = events.flatMap(({ rejection }) => rejection ?? [])
  if (events.length > 1) for (const { reason } of rejections) console.error(reason)
  if (calls.length === 0) throw errorOf(rejections)
  return calls
}

/** Types that are not supported are only the error when nothing else is wrong. */
function errorOf(rejections: readonly Rejection[]): Error {
  const unusable = rejections.find(({ kind }) => kind !== 'type')
  const { reason = '' } = unusable ?? rejections[0] ?? {}
  const message = rejections.length > 1 ? `${reason} (and ${rejections.length - 1} more rejected)` : reason
  return unusable === undefined ? new EventNotSupported(message) : new InvalidEventPayload(message)
}
