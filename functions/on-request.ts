import { createRegistry } from '../shared/declare/registry'
import type { Call } from '../shared/emit/calls'
import { handleBatch } from '../shared/emit/handle'
import { withinLimit } from '../shared/emit/limits'
import { settle } from '../shared/emit/settle'
import { readBatch } from '../shared/read/body'
import { authorize } from '../shared/settings/authorize'
import type { SegmentRequest } from '../shared/settings/request'
import { readSecret, readSettings } from '../shared/settings/settings'
import { configuration } from './configuration'
import { events } from './events'

const registry = createRegistry(events, configuration)

/**
 * What Segment calls with each webhook. Nothing is emitted before every event of the request is handled, because
 * Segment drops whatever a throwing request emitted.
 * @throws ValidationError, InvalidEventPayload or EventNotSupported, when the request gives no calls.
 */
export async function onRequest(request: SegmentRequest, sent: unknown): Promise<void> {
  authorize(request, readSecret(sent))
  const settings = readSettings(sent, registry.isKnownName)
  const batch = readBatch(request)
  const outcomes = handleBatch(batch, { registry, settings, urlType: request.url.searchParams.get('event') })
  const calls = settle(outcomes, settings).map((call) => withinLimit(call, registry))
  for (const call of calls) emit(call)
}

function emit({ type, message }: Call): void {
  if (type === 'identify') Segment.identify(message)
  else Segment.track(message)
}
