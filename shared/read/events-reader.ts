import { inOrder } from '../json/in-order'
import { foldName } from '../json/keys'
import type { JsonObject } from '../json/values'
import { eventType, ownId } from '../properties/own'
import type { Registry } from '../properties/registry'
import type { SegmentRequest } from '../settings/request'
import type { Settings } from '../settings/settings'
import { readBody } from './body'
import { firstIn, type Readable } from './candidate'
import { asType, type EventType, eventTypeOf, type TypeReader } from './event-type'
import { type EventSource, type EventSplitter, eventsOf } from './events'
import { createFinder } from './finder'
import { guestIds, guestProperties, holdsOne } from './guest-ids'
import type { KnownType, Layer } from './layers'
import { ownershipOf } from './ownership'
import { certainPersons, personsOfReferral } from './person'
import { EventReading } from './reading'

/** One event of a request: what stands in its place and, when that is an object, its reading. */
export interface ReadEvent {
  readonly source: EventSource
  readonly type: EventType
  /** Undefined when the item is no object. */
  readonly reading: EventReading | undefined
}

/** What is the same for all events of a request. */
interface Reader extends TypeReader {
  readonly settings: Settings
}

/**
 * Prepares the reading of requests: text → events → an index of the names in them → values.
 * @throws InvalidEventPayload when the body holds no events.
 */
export function createEventsReader(
  registry: Registry,
): (request: SegmentRequest, settings: Settings) => readonly ReadEvent[] {
  const find = createFinder(registry.properties)
  return (request, settings) => {
    const urlType = request.url.searchParams.get('event')
    const reader = { registry, settings, urlType }
    const sources = eventsOf(readBody(request), eventSplitter(reader, find))
    const ownAround = belongsToEach(sources, reader) ? sources[0]?.around.map(withoutOwnId) : undefined
    return sources.map((source) => readEvent(ownAround === undefined ? source : within(ownAround, source), reader))
  }
}

/** How to tell, before anything is known of an event, whether a layer holds one. */
function eventSplitter({ registry, settings, urlType }: Reader, find: EventSplitter['find']): EventSplitter {
  const known = (type: unknown) => registry.events.get(foldName(asType(type) ?? ''))
  return {
    find,
    typeIn(found) {
      for (const { value } of inOrder(found.values.get(eventType))) {
        const type = known(value)
        if (type !== undefined) return type
      }
      return undefined
    },
    namesGuest: (found, type) => holdsOne(guestIds, [{ found }], readableFor(settings, type)),
    urlType: known(urlType),
    body: registry.configuration.body,
  }
}

function readableFor(settings: Settings, definition: KnownType): Readable {
  const persons = definition?.isReferrerGuest === true ? personsOfReferral : certainPersons
  return { settings, definition, persons, userLayer: undefined }
}

/** What stands around a list belongs to each of its events when none of them tells who the guest is. */
function belongsToEach(sources: readonly EventSource[], reader: Reader): boolean {
  if (!sources[0]?.around.length) return false
  return !sources.some((source) => {
    const readable = readableFor(reader.settings, eventTypeOf(source, reader).definition)
    return holdsOne(guestProperties, source.layers, readable)
  })
}

/** The ids of what stands around a list are its own, and none of the events'. */
function withoutOwnId(layer: Layer): Layer {
  const values = new Map(layer.found.values)
  values.delete(ownId)
  return { ...layer, found: { ...layer.found, values } }
}

function within(ownAround: readonly Layer[], source: EventSource): EventSource {
  if (source.layers.length === 0) return source
  return { ...source, layers: [...source.layers, ...ownAround], around: [], ownAround }
}

function readEvent(source: EventSource, reader: Reader): ReadEvent {
  const { registry, settings } = reader
  const type = eventTypeOf(source, reader)
  if (source.layers.length === 0) return { source, type, reading: undefined }
  const readable = readableFor(settings, type.definition)
  const { own, outside } = ownershipOf(source.layers, readable)
  const { configuration, propertiesByName } = registry
  const mapped = configuration.mapEvent?.(outermostOf(source), type.definition?.name, propertiesByName)
  const reading = new EventReading({ event: source, type, own, outside, readable: guestIn(own, readable), mapped })
  for (const { place } of own.flatMap(({ found }) => found.foreign)) {
    reading.warn(place, "a loyalty card's number", "a payment card's")
  }
  if (!source.isListed) warnOfOutsideId(reading, readable)
  return { source, type, reading }
}

/** Whose values count in an event: of the sections of persons, those of the first that stands in it; `user` only last. */
function guestIn(own: readonly Layer[], readable: Readable): Readable {
  const first = readable.persons.find((person) => own.some(({ found }) => found.persons.includes(person)))
  if (first !== undefined) return { ...readable, persons: [first] }
  // The innermost layer whose section `user` tells who the guest is. Another layer's may be of somebody else.
  const userLayer = own.find((layer) => {
    return layer.found.persons.includes('user') && holdsOne(guestProperties, [layer], { ...readable, userLayer: layer })
  })
  if (userLayer === undefined || holdsOne(guestProperties, own, readable)) return readable
  return { ...readable, userLayer }
}

/** An event's outermost object and those around it. Around a list, those that belong to the event are among its layers. */
function outermostOf({ layers, ownAround, around }: EventSource): readonly JsonObject[] {
  return [...layers.slice(-1 - ownAround.length), ...around].map(({ object }) => object)
}

/** An id that stands only around the event is somebody else's, more often than not. */
function warnOfOutsideId(reading: EventReading, readable: Readable): void {
  for (const layer of reading.source.outside) {
    for (const property of guestIds) {
      const id = firstIn(property, [layer], readable)
      if (id == null || id === reading.find(property)) continue
      reading.warn(property.name, 'it in the event itself', 'one around it')
      return
    }
  }
}
