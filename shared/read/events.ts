import type { ConfiguredBody, PathStep } from '../declare/configuration'
import { fromJsonText, listIn, objectIn } from '../json/json-text'
import { keysAmong, orderAmong } from '../json/keys'
import { isObject, type JsonObject } from '../json/values'
import { wordList } from '../json/word-list'
import { unusable } from './body'
import { type KnownType, type Layer, type LayerReader, layersOf } from './layers'

/** One event of a request: where it stands in the body. */
export interface EventSource {
  /** Its place in the request, from 0. */
  readonly index: number
  /** What stands in the event's place; only an object is an event. */
  readonly item: unknown
  /** Its layers, from the inside out; none when it is no object. */
  readonly layers: readonly Layer[]
  /** The layers around the list that holds it, from the inside out; none for a single event. */
  readonly around: readonly Layer[]
  /** Those of them that belong to the event itself, and so are among its layers, too. */
  readonly ownAround: readonly Layer[]
  /** Whether a list holds it, be it a list of one. */
  readonly isListed: boolean
  /** The keys that lead to it from the body. The deployed function leaves them out. */
  path?: readonly string[]
}

/** What splitting a body into events needs to know. */
export interface EventSplitter extends LayerReader {
  /** The known type that the request's URL names. */
  readonly urlType: KnownType
  /** Where segment.config.json says that events stand. */
  readonly body: ConfiguredBody | undefined
}

const mostEvents = 1000
/** Where a list of events may stand. */
export const listNames = wordList('events batch notifications records data payload body message')
const orderOf = orderAmong(listNames)

/**
 * The events of a body: those of a list, or the body itself.
 * @throws InvalidEventPayload for an empty list, and for more than 1,000 events.
 */
export function eventsOf(body: JsonObject | readonly unknown[], splitter: EventSplitter): readonly EventSource[] {
  const events = isObject(body) ? eventsIn(body, splitter) : listed(body, [], splitter)
  if (events.length === 0) throw unusable('at least one event', 'an empty array')
  if (events.length > mostEvents) throw unusable('at most 1,000 events', 'more')
  return events
}

function eventsIn(body: JsonObject, splitter: EventSplitter): readonly EventSource[] {
  const configured = splitter.body?.listIn(body)
  if (configured !== undefined) return listed(configured.items, layersAlong(configured.steps, splitter), splitter)
  const layers = eventLayers(body, splitter.urlType, splitter)
  const events = listedAmong(layers, splitter)
  if (events !== undefined) return events
  TRACE: locate(layers, [])
  return [{ index: 0, item: body, layers, around: [], ownAround: [], isListed: false }]
}

function listed(items: readonly unknown[], around: readonly Layer[], splitter: EventSplitter): EventSource[] {
  const type = typeAmong(around, splitter.urlType, splitter)
  const events = itemsOf(items).map((item, index): EventSource => {
    const object = objectIn(item)
    const layers = object === undefined ? [] : eventLayers(object, type, splitter)
    return { index, item, layers, around, ownAround: [], isListed: true }
  })
  TRACE: locateItems(itemPaths(items, locate(around, [])), events)
  return events
}

/** Says of layers which keys lead to each of them, and returns those that lead to what is inside of all. */
function locate(layers: readonly Layer[], outer: readonly string[]): readonly string[] {
  let path = outer
  for (const layer of layers.toReversed()) {
    layer.path = path
    path = layer.innerKey === undefined ? path : [...path, layer.innerKey]
  }
  return path
}

function locateItems(paths: readonly (readonly string[])[], events: readonly EventSource[]): void {
  for (const [index, event] of events.entries()) {
    event.path = paths[index] ?? []
    locate(event.layers, event.path)
  }
}

function itemPaths(items: readonly unknown[], outer: readonly string[]): readonly (readonly string[])[] {
  return items.flatMap((item, index) => {
    const path = [...outer, `${index}`]
    const list = fromJsonText(item)
    return Array.isArray(list) ? itemPaths(list, path) : [path]
  })
}

/** A list in an event's place is a list of events, too. */
function itemsOf(items: readonly unknown[]): readonly unknown[] {
  return items.flatMap((item) => {
    const list = fromJsonText(item)
    return Array.isArray(list) ? itemsOf(list) : [item]
  })
}

/** An event's layers: those along the configured path, then those that are found. `type` is what is named around them. */
function eventLayers(object: JsonObject, type: KnownType, splitter: EventSplitter): readonly Layer[] {
  const steps = splitter.body?.stepsIn(object) ?? []
  const outer = layersAlong(steps.slice(0, -1), splitter)
  return [...layersOf(steps.at(-1)?.object ?? object, splitter, typeAmong(outer, type, splitter)), ...outer]
}

/** The known type that the innermost of some layers names, or else that from outside of them. */
function typeAmong(layers: readonly Layer[], outside: KnownType, { typeIn }: EventSplitter): KnownType {
  return layers.reduceRight((type, { found }) => typeIn(found) ?? type, outside)
}

function layersAlong(steps: readonly PathStep[], { find }: EventSplitter): readonly Layer[] {
  return steps.map((step) => ({ ...step, found: find(step.object) })).reverse()
}

/** The events of the list in the outermost layer that has one. */
function listedAmong(layers: readonly Layer[], splitter: EventSplitter): readonly EventSource[] | undefined {
  for (const layer of layers.toReversed()) {
    let before = -1
    for (const key of keysAmong(layer.object, orderOf)) {
      // Of two spellings of a name, the alphabetically first counts.
      const items = orderOf(key) === before ? undefined : listIn(layer.object[key])
      before = orderOf(key)
      if (items === undefined) continue
      // The innermost layer around a list holds the list.
      const around = [{ ...layer, innerKey: key }, ...layers.slice(layers.indexOf(layer) + 1)]
      const events = listed(items, around, splitter)
      if (areEvents(events, around, splitter)) return events
    }
  }
  return undefined
}

/** A list of details is no list of events: an item must name a type or, where nobody is named around it, a guest. */
function areEvents(events: readonly EventSource[], around: readonly Layer[], splitter: EventSplitter): boolean {
  const { namesGuest, typeIn } = splitter
  const type = typeAmong(around, splitter.urlType, splitter)
  const isNamed = around.some(({ found }) => namesGuest(found, type))
  const tells = ({ found }: Layer): boolean => typeIn(found) !== undefined || (!isNamed && namesGuest(found, type))
  return events.some((event) => event.layers.some(tells))
}
