import type { Property } from '../../shared/declare/property'
import type { EventCalls } from '../../shared/emit/handle'
import { inOrder } from '../../shared/json/in-order'
import { foldName } from '../../shared/json/keys'
import { isAbsent } from '../../shared/json/values'
import type { Registry } from '../../shared/properties/registry'
import type { ReadEvent } from '../../shared/read/events-reader'
import { type KeptReads, keptReading, type ReadValue } from '../../shared/read/kept'
import type { EventReading } from '../../shared/read/reading'
import { jsonPath } from '../system/json-path'
import type { EmptyMapping, Origin } from './inspection'
import type { MappingSource } from './mapping-source'
import { exactPlace, existingKeys, type Keys, placeId } from './places'

/** An event that is explained, and what its reading kept. */
export interface Subject {
  readonly body: unknown
  /** Its place in the body. */
  readonly base: Keys
  readonly event: ReadEvent
  readonly reading: EventReading
  readonly outcome: EventCalls
  readonly kept: KeptReads
  /** The values that were read, each once. */
  readonly reads: readonly ReadValue[]
  /** Names of properties with an unreadable value. */
  readonly unreadable: ReadonlySet<string>
  /** The mappings that apply to it, each with the places that it reads. */
  readonly mappings: readonly SeenMapping[]
  readonly registry: Registry
}

/** A mapping, seen from an event. */
export interface SeenMapping extends EmptyMapping {
  /** Whether it found something. */
  readonly isFound: boolean
  /** The existing places that it reads. */
  readonly places: readonly Keys[]
}

/** Collects what an explanation needs. Everything must have been read of the event before. */
export function subjectOf(
  body: unknown,
  event: ReadEvent & { readonly reading: EventReading },
  outcome: EventCalls,
  registry: Registry,
  mappings: readonly MappingSource[],
): Subject {
  const { reading, source, type } = event
  const own = keptReading(reading)
  const eventName = type.definition?.name ?? null
  const holding = mappings.filter((mapping) => mapping.event === null || mapping.event === eventName)
  return {
    ...{ body, event, reading, outcome, registry, kept: own },
    base: exactPlace(body, source.path ?? [], false),
    reads: distinctReads(own.reads),
    unreadable: new Set(
      own.reads.flatMap(({ property, verdict }) => (verdict === 'unreadable' ? [property.name] : [])),
    ),
    mappings: holding.map((mapping) => seenMapping(mapping, body, event, registry)),
  }
}

/** A place as the event sees it. */
export function originOf(keys: Keys, { base }: Subject): Origin {
  const isInside = base.every((key, index) => keys[index] === key)
  return isInside
    ? { from: 'event', path: jsonPath(keys.slice(base.length)) }
    : { from: 'envelope', path: jsonPath(keys) }
}

/** The exact place of a property's value. */
export function placeOfValue(path: Keys, { type }: Property, { body }: Pick<Subject, 'body'>): Keys {
  return exactPlace(body, path, type !== 'array' && type !== 'object')
}

function distinctReads(reads: readonly ReadValue[]): ReadValue[] {
  const seen = new Map<ReadValue['property'], Set<string>>()
  return reads.filter(({ property, path, verdict }) => {
    const ids = seen.get(property) ?? new Set()
    seen.set(property, ids)
    const id = `${verdict} ${path && placeId(path)}`
    const isNew = path === undefined || !ids.has(id)
    ids.add(id)
    return isNew
  })
}

function seenMapping({ name, paths }: MappingSource, body: unknown, event: ReadEvent, registry: Registry): SeenMapping {
  const layers = [...event.source.layers.slice(-1), ...event.source.around]
  const looked = paths.map(({ path, keys }) => {
    const layer = layers.find(({ object }) => Object.hasOwn(object, keys[0] ?? ''))
    const existing = layer === undefined ? 0 : existingKeys(layer.object, keys)
    const place =
      layer !== undefined && existing === keys.length ? [exactPlace(body, [...(layer.path ?? []), ...keys], false)] : []
    return { path, place, nearest: existing === 0 ? null : jsonPath(keys.slice(0, existing)) }
  })
  const places = looked.flatMap(({ place }) => place)
  const isFound = paths.length === 0 || valuesOf(name, event, registry).some((value) => !isAbsent(value))
  return { name, isFound, places, paths: looked.map(({ path, nearest }) => ({ path, nearest })) }
}

function valuesOf(name: string, { reading }: ReadEvent, { propertiesByName }: Registry): readonly unknown[] {
  const mapped = reading?.source.mapped
  if (mapped === undefined || mapped.failed.includes(name)) return []
  const property = propertiesByName.get(foldName(name))
  return property === undefined
    ? [mapped.custom[name]]
    : inOrder(mapped.found.values.get(property)).map(({ value }) => value)
}
