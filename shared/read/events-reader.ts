import type { MappedValues } from '../declare/configuration'
import { foldName } from '../json/keys'
import { eventType, ownId } from '../properties/own'
import type { Registry } from '../properties/registry'
import type { SegmentRequest } from '../settings/request'
import type { Settings } from '../settings/settings'
import { readBody } from './body'
import type { Found, Readable } from './candidate'
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
    const sources = eventsOf(readBody(request), eventSplitter(registry, settings, find))
    const isAroundOwn = belongsToEach(sources, settings)
    const reader = { registry, settings, urlType }
    return sources.map((source) => readEvent(isAroundOwn ? withAround(source) : source, reader))
  }
}

/** How to tell, before anything is known of an event, whether a layer holds one. */
function eventSplitter(registry: Registry, settings: Settings, find: EventSplitter['find']): EventSplitter {
  const readable = readableFor(settings, undefined)
  const namesType = (found: Found): boolean => holdsKnownType(found, registry)
  const namesGuest = (found: Found): boolean => holdsOne(guestIds, found, readable)
  return { find, namesType, namesGuest, body: registry.configuration.body }
}

function holdsKnownType(found: Found, { events }: Registry): boolean {
  for (let one = found.values.get(eventType); one !== undefined; one = one.next) {
    const type = asType(one.value)
    if (type !== undefined && events.has(foldName(type))) return true
  }
  return false
}

function readableFor(settings: Settings, definition: EventType['definition']): Readable {
  const ignoredPersons = uncertainPersons(definition?.isReferrerGuest === true)
  return { settings, ignoredPersons, ignoredNames: definition?.ignores ?? [] }
}

/** What stands around a list belongs to each of its events when none of them tells who the guest is. */
function belongsToEach(sources: readonly EventSource[], settings: Settings): boolean {
  if ((sources[0]?.around.length ?? 0) === 0) return false
  const readable = readableFor(settings, undefined)
  return !sources.some(({ layers }) => layers.some(({ found }) => holdsOne(guestProperties, found, readable)))
}

/** The ids of what stands around a list are its own, and none of the events'. */
function withAround(source: EventSource): EventSource {
  const around = source.around.map((layer) => ({ ...layer, found: withoutOwnId(layer.found) }))
  return { ...source, layers: [...around, ...source.layers], around: [], ownAround: around }
}

function withoutOwnId(found: Found): Found {
  const values = new Map(found.values)
  values.delete(ownId)
  return { ...found, values }
}

function readEvent(source: EventSource, { registry, settings, urlType }: Reader): ReadEvent {
  const around = [...source.around].reverse()
  const type = eventTypeOf([...source.layers].reverse(), around, urlType, registry)
  if (source.layers.length === 0) return { source, type, reading: undefined }
  const readable = readableFor(settings, type.definition)
  const { own, outside } = ownershipOf(source.layers, readable)
  const reading = new EventReading({
    index: source.index,
    isListed: source.isListed,
    own,
    outside,
    around,
    settings,
    definition: type.definition,
    types: type.candidates,
    unfamiliarType: unfamiliarType(type, registry),
    ignoredPersons: ignoredPersonsOf(own, readable, type),
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
