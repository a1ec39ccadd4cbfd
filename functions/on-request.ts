import type { Call } from '../shared/emit/call'
import { callsOfEvent, callsOfRequest } from '../shared/emit/calls-of-request'
import { createRegistry } from '../shared/properties/registry'
import { createEventsReader } from '../shared/read/events-reader'
import { authorize } from '../shared/settings/authorize'
import type { SegmentRequest } from '../shared/settings/request'
import { readSecrets, readSettings } from '../shared/settings/settings'
import { configuration } from './configuration'
import { events } from './events'

const registry = createRegistry(events, configuration)
const readEvents = createEventsReader(registry)

/**
 * What Segment calls with each webhook. Nothing is emitted before every event of the request is handled, because
 * Segment drops whatever a throwing request emitted.
 * @throws ValidationError, InvalidEventPayload or EventNotSupported, when the request gives no calls.
 */
export async function onRequest(request: SegmentRequest, sent: unknown): Promise<void> {
  authorize(request, readSecrets(sent))
  const settings = readSettings(sent, registry.isKnownName)
  const events = readEvents(request, settings).map((event) => callsOfEvent(event, registry, settings))
  for (const call of callsOfRequest(events)) emit(call)
}

function emit({ type, message }: Call): void {
  if (type === 'identify') Segment.identify(message)
  else Segment.track(message)
}
