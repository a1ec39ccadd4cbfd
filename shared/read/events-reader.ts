import type { MappedValues } from '../declare/configuration'
import { inOrder } from '../json/in-order'
import { foldName } from '../json/keys'
import { eventType, ownId } from '../properties/own'
import type { Registry } from '../properties/registry'
import type { SegmentRequest } from '../settings/request'
import type { Settings } from '../settings/settings'
import { readBody } from './body'
import type { Readable } from './candidate'
import { asType, type EventType, eventTypeOf } from './event-type'
import { type EventSource, type EventSplitter, eventsOf } from './events'
import { createFinder } from './finder'
import { guestContacts, guestIds, holdsOne } from './guest-ids'
import type { Layer } from './layers'
import { ownershipOf } from './ownership'
import { guestSection, type PersonSection, personSections, uncertainPersons } from './person'
import { EventReading } from './reading'

/** One event of a request: what stands in its place and, when that is an object, its reading. */
export interface ReadEvent {
  readonly source: EventSource
  readonly type: EventType
  /** Undefined when the item is no object. */
  readonly reading: EventReading | undefined
}

/** What is the same for all events of a request. */
interface Reader {
  readonly registry: Registry
  readonly settings: Settings
  readonly urlType: string | null
}

const guestProperties = [...guestIds, ...guestContacts]

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
    namesGuest: (found, type) => holdsOne(guestIds, found, readableFor(settings, type)),
    urlType: known(urlType),
    body: registry.configuration.body,
  }
}

function readableFor(settings: Settings, definition: EventType['definition']): Readable {
  const ignoredPersons = uncertainPersons(definition?.isReferrerGuest === true)
  return { settings, ignoredPersons, ignoredNames: definition?.ignores ?? [] }
}

/** What stands around a list belongs to each of its events when none of them tells who the guest is. */
function belongsToEach(sources: readonly EventSource[], reader: Reader): boolean {
  if ((sources[0]?.around.length ?? 0) === 0) return false
  return !sources.some((source) => {
    const readable = readableFor(reader.settings, typeOf(source, reader).definition)
    return source.layers.some(({ found }) => holdsOne(guestProperties, found, readable))
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
  return { ...source, layers: [...ownAround, ...source.layers], around: [], ownAround }
}

function typeOf({ layers, around }: EventSource, { registry, urlType }: Reader): EventType {
  return eventTypeOf([...layers].reverse(), [...around].reverse(), urlType, registry)
}

function readEvent(source: EventSource, reader: Reader): ReadEvent {
  const { registry, settings } = reader
  const type = typeOf(source, reader)
  if (source.layers.length === 0) return { source, type, reading: undefined }
  const readable = readableFor(settings, type.definition)
  const { own, outside } = ownershipOf(source.layers, readable)
  const ignoredPersons = ignoredPersonsOf(own, readable, type)
  const reading = new EventReading({
    index: source.index,
    isListed: source.isListed,
    own,
    userLayer: userLayerOf(own, { ...readable, ignoredPersons }),
    outside,
    around: [...source.around].reverse(),
    settings,
    definition: type.definition,
    types: type.candidates,
    unfamiliarType: unfamiliarType(type, registry),
    ignoredPersons,
    ignoredNames: readable.ignoredNames,
    mapped: mappedValues(source, type, registry),
  })
  warnOfForeign(reading)
  if (!source.isListed) warnOfOutsideIds(reading, readable)
  return { source, type, reading }
}

function ignoredPersonsOf(own: readonly Layer[], readable: Readable, type: EventType): readonly PersonSection[] {
  const standing = new Set<PersonSection>()
  for (const { found } of own) for (const person of found.persons) standing.add(person)
  if (standing.size === 0) return personSections
  const isNamedElsewhere = (): boolean => own.some(({ found }) => holdsOne(guestProperties, found, readable))
  const guest = guestSection(standing, type.definition?.isReferrerGuest === true, isNamedElsewhere)
  return personSections.filter((section) => section !== guest)
}

/** The innermost layer whose section `user` tells who the guest is. Another layer's may be of somebody else. */
function userLayerOf(own: readonly Layer[], readable: Readable): Layer | undefined {
  return own.find(({ found }) => found.persons.includes('user') && holdsOne(guestProperties, found, readable))
}

/** The first text that could name the type, unless Paytronix documents it, or the event is tracked under it. */
function unfamiliarType({ candidates: [first], definition }: EventType, registry: Registry): string | undefined {
  if (first === undefined || definition === undefined) return undefined
  return registry.documentedTypes.has(foldName(first)) ? undefined : first
}

/** What the configuration's mappings make of an event and of what stands around it. */
function mappedValues(source: EventSource, { definition }: EventType, registry: Registry): MappedValues | undefined {
  const { configuration, propertiesByName } = registry
  if (configuration.mapEvent === undefined) return undefined
  // The layers around a list that belong to the event come before its own outermost one.
  const outermost = source.layers.slice(0, source.ownAround.length + 1)
  const objects = [...source.around, ...outermost].map(({ object }) => object)
  return configuration.mapEvent(Object.assign({}, ...objects), definition?.name, propertiesByName)
}

function warnOfForeign(reading: EventReading): void {
  for (const { found } of reading.source.own) {
    for (const { place } of found.foreign) {
      reading.warnOfPlace(place, "a loyalty card's number", "a payment card's")
    }
  }
}

/** An id that stands only around the event is somebody else's, more often than not. */
function warnOfOutsideIds(reading: EventReading, readable: Readable): void {
  for (const { found } of reading.source.outside) {
    for (const property of guestIds) {
      if (!holdsOne([property], found, readable)) continue
      if (reading.findOwn(property) === undefined && reading.find(property) !== undefined) continue
      reading.warnOfPlace(property.name, 'it in the event itself', 'one around it')
      return
    }
  }
}
