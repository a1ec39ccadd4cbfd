import type { Registry } from '../properties/registry'
import type { ReadEvent } from '../read/events-reader'
import type { Settings } from '../settings/settings'
import type { Call } from './call'
import { handleEvent } from './handle'
import { keptCall } from './kept-call'
import { withinLimit } from './limits'
import type { Rejection } from './rejection'

/**
 * The calls of a request's events, each within Segment's limit, and with the setting `keepBodies` those that keep
 * bodies. Of several events, it logs the rejected ones.
 * @throws InvalidEventPayload or EventNotSupported when no call is left.
 */
export function callsOfRequest(events: readonly ReadEvent[], registry: Registry, settings: Settings): Call[] {
  const calls: Call[] = []
  const rejections: Rejection[] = []
  const { keepBodies } = settings
  for (const event of events) {
    const result = handleEvent(event, settings)
    if ('rejection' in result) rejections.push(result.rejection)
    else for (const call of result.calls) calls.push(withinLimit(call, registry))
    const reason = 'rejection' in result ? result.rejection.reason : undefined
    if (keepBodies === 'all' || (keepBodies === 'rejected' && reason !== undefined)) {
      calls.push(keptCall(event, reason, registry, settings))
    }
  }
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
