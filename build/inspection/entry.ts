import { events } from '../../functions/events'
import { callsOfEvent, callsOfRequest } from '../../shared/emit/calls-of-request'
import { createRegistry } from '../../shared/properties/registry'
import { readBody } from '../../shared/read/body'
import { createEventsReader } from '../../shared/read/events-reader'
import type { SegmentRequest } from '../../shared/settings/request'
import { readSettings } from '../../shared/settings/settings'
import type { BundledConfig } from '../bundle/configuration-module'
import { configured } from './configured'
import { explain } from './explain'
import { mappingSources } from './mapping-source'

/** A request that is to be explained. */
export interface InspectedRequest extends SegmentRequest {
  /** The configuration as JSON. */
  readonly config: string
}

/** What became of a request. */
export interface Handled {
  /** What the function throws; undefined when it does not. */
  readonly thrown: unknown
  /**
   * The explanation as JSON. It reads more than the function does, so it may add warnings that the function does not
   * give.
   */
  readonly explain: () => string
}

const eventNames = events.map(({ name }) => name)

/** The function with one configuration. */
function prepare(config: string) {
  const parsed: BundledConfig = JSON.parse(config)
  const registry = createRegistry(events, configured(parsed, eventNames))
  return { registry, readEvents: createEventsReader(registry), mappings: mappingSources(parsed.mappings, eventNames) }
}

/** The latest configurations: a change is tried on many bodies. */
const prepared = new Map<string, ReturnType<typeof prepare>>()
const mostPrepared = 20

function functionWith(config: string): ReturnType<typeof prepare> {
  const known = prepared.get(config) ?? prepare(config)
  prepared.set(config, known)
  const [oldest] = prepared.keys()
  if (prepared.size > mostPrepared && oldest !== undefined) prepared.delete(oldest)
  return known
}

/**
 * Handles a request just as `functions/on-request.ts` does, but emits nothing and keeps the readings.
 * @throws what the function throws when there is no event in the request.
 */
export function onRequest(request: InspectedRequest, sent: unknown): Handled {
  const { registry, readEvents, mappings } = functionWith(request.config)
  const settings = readSettings(sent, registry.isKnownName)
  const read = readEvents(request, settings)
  const outcomes = read.map((event) => callsOfEvent(event, registry, settings))
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
