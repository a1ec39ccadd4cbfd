import type { NamedType } from '../declare/configuration'
import type { EventDefinition } from '../declare/event'
import { namesOf, type SentType } from '../declare/property'
import { foldName } from '../json/keys'
import { memo } from '../json/memo'
import { text } from '../normalize/text'
import { eventType } from '../properties/own'
import type { Registry } from '../properties/registry'
import type { Candidate } from './candidate'
import type { Layer } from './layers'
import { placeOf } from './rank'

/** What an event's type is made of. */
export interface EventType extends SentType {
  /** The keys that lead to those in the body, in the same order. The deployed function leaves them out. */
  paths?: readonly (readonly string[])[]
  /** The one that names it: the first known one, else the first. Undefined when nothing does. */
  readonly sent: string | undefined
  /** The documented event that it stands for. */
  readonly definition: EventDefinition | undefined
}

const nameOrder = new Map(namesOf(eventType).map((name, order) => [foldName(name), order]))
const longestType = 100

/** Where a type is sought: in the layers of an event and in those around its list, from the inside out. */
interface TypedPlace {
  readonly layers: readonly Layer[]
  readonly around: readonly Layer[]
}

/** What the finding of types needs to know: the documented types, and the one that the request's URL names. */
export interface TypeReader {
  readonly registry: Registry
  readonly urlType: string | null
}

/**
 * Finds an event's type. Each name is sought in the layers from the inside out, then in `transaction`, then around a
 * list, before the next name; the URL's `event` comes last.
 */
export function eventTypeOf({ layers, around }: TypedPlace, { registry, urlType }: TypeReader): EventType {
  const configured = registry.configuration.body?.typesIn([...layers, ...around]) ?? []
  const sightings = [...configured, ...sightingsIn(layers, around)]
  const candidates = sightings.map(({ type }) => type)
  const fromUrl = asType(urlType)
  if (fromUrl !== undefined) candidates.push(fromUrl)
  const known = candidates.find((candidate) => registry.events.has(foldName(candidate)))
  const sent = known ?? candidates[0]
  const definition = known === undefined ? undefined : registry.events.get(foldName(known))
  const [first = ''] = candidates
  const isFamiliar = definition === undefined || registry.documentedTypes.has(foldName(first))
  const type: EventType = { candidates, sent, definition, unfamiliar: isFamiliar ? undefined : first }
  TRACE: type.paths = sightings.map(({ path = [] }) => path)
  return type
}

/** Whether a text may name a type. What looks like data does not, so that it is never quoted. */
export function asType(value: unknown): string | undefined {
  return typeof value === 'string' ? typeIn(value) : undefined
}

const typeIn = memo((sent: string): string | undefined => {
  const type = text(sent)
  if (type === undefined || /[@{[]/.test(type)) return undefined
  return type.length > longestType && [...type].length > longestType ? undefined : type
})

interface Sighting extends NamedType {
  readonly key: string
  readonly order: number
}

/** `layers` and `around` come from the inside out. */
function sightingsIn(layers: readonly Layer[], around: readonly Layer[]): Sighting[] {
  const sightings: Sighting[] = []
  ;[...layers, ...around].forEach((layer, depth) => {
    for (let one = layer.found.values.get(eventType); one !== undefined; one = one.next) {
      const type = asType(one.value)
      if (type === undefined) continue
      const order = orderOf(one, depth, depth >= layers.length)
      const sighting: Sighting = { type, key: one.key, order }
      TRACE: sighting.path = [...(layer.path ?? []), ...(one.path ?? [])]
      sightings.push(sighting)
    }
  })
  return sightings.sort(byOrder)
}

/** By name, then around a list last, then the layers themselves before `transaction`, then from the inside out. */
function orderOf({ key, rank }: Candidate, depth: number, isAround: boolean): number {
  const name = nameOrder.get(foldName(key)) ?? 0
  return ((name * 2 + Number(isAround)) * 2 + placeOf(rank)) * 16 + Math.min(depth, 15)
}

function byOrder(one: Sighting, other: Sighting): number {
  return one.order - other.order || (one.key < other.key ? -1 : 1)
}
