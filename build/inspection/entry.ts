import { configuration } from '../../functions/configuration'
import { events } from '../../functions/events'
import { callsOfEvent, callsOfRequest } from '../../shared/emit/calls-of-request'
import { createRegistry } from '../../shared/properties/registry'
import { readBody } from '../../shared/read/body'
import { createEventsReader } from '../../shared/read/events-reader'
import type { SegmentRequest } from '../../shared/settings/request'
import { readSettings } from '../../shared/settings/settings'
import { explain } from './explain'
import type { MappingSource } from './mapping-source'

/** A request that is to be explained. */
export interface InspectedRequest extends SegmentRequest {
  /** What the mappings of the configuration read. */
  readonly mappings: readonly MappingSource[]
}

/** What became of a request. */
export interface Handled {
  /** What the function throws; undefined when it does not. */
  readonly thrown: unknown
  /** The explanation as JSON. What it asks for in addition may give further warnings, which the function does not give. */
  readonly explain: () => string
}

const registry = createRegistry(events, configuration)
const readEvents = createEventsReader(registry)

/**
 * Handles a request just as `functions/on-request.ts` does, but emits nothing and keeps the readings.
 * @throws what the function throws when there is no event in the request.
 */
export function onRequest(request: InspectedRequest, sent: unknown): Handled {
  const settings = readSettings(sent, registry.isKnownName)
  const read = readEvents(request, settings)
  const outcomes = read.map((event) => callsOfEvent(event, registry, settings))
  const { mappings } = request
  return {
    thrown: thrownBy(() => callsOfRequest(outcomes)),
    explain: () => JSON.stringify(explain({ body: readBody(request), events: read, outcomes, registry, mappings })),
  }
}

function thrownBy(task: () => unknown): unknown {
  try {
    task()
    return undefined
  } catch (error) {
    return error
  }
}
