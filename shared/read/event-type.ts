import type { NamedType } from '../declare/configuration'
import type { EventDefinition } from '../declare/event'
import type { SentType } from '../declare/property'
import { inOrder } from '../json/in-order'
import { foldName } from '../json/keys'
import { memo } from '../json/memo'
import { beginningOf } from '../json/problem'
import { text } from '../normalize/text'
import { eventType } from '../properties/own'
import type { Registry } from '../properties/registry'
import type { Candidate } from './candidate'
import { ranksOfPlace } from './finder'
import type { Layer } from './layers'

/** What an event's type is made of. */
export interface EventType extends SentType {
  /** The keys that lead to those in the body, in the same order. The deployed function leaves them out. */
  paths?: readonly (readonly string[])[]
  /** The one that names it: the first known one, else the first. Undefined when nothing does. */
  readonly sent: string | undefined
  /** The documented event that it stands for. */
  readonly definition: EventDefinition | undefined
}

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
  const candidates = [...sightings.map(({ type }) => type), asType(urlType)].filter((type) => type !== undefined)
  const [first = ''] = candidates
  const sent = candidates.find((candidate) => registry.events.has(foldName(candidate))) ?? candidates[0]
  const definition = registry.events.get(foldName(sent ?? ''))
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
  return type === undefined || /[@{[]/.test(type) || type !== beginningOf(type) ? undefined : type
})

interface Sighting extends NamedType {
  readonly order: number
}

/** `layers` and `around` come from the inside out. */
function sightingsIn(layers: readonly Layer[], around: readonly Layer[]): Sighting[] {
  const sightings: Sighting[] = []
  ;[...layers, ...around].forEach((layer, depth) => {
    for (const one of inOrder(layer.found.values.get(eventType))) {
      const type = asType(one.value)
      if (type === undefined) continue
      const sighting: Sighting = { type, order: orderOf(one, depth >= layers.length) }
      TRACE: sighting.path = [...(layer.path ?? []), ...(one.path ?? [])]
      sightings.push(sighting)
    }
  })
  return sightings.sort((one, other) => one.order - other.order)
}

/** By name, then around a list last, then the layers themselves before `transaction`, then from the inside out. */
function orderOf({ rank }: Candidate, isAround: boolean): number {
  return ((rank % ranksOfPlace) * 2 + Number(isAround)) * 2 + Number(rank >= ranksOfPlace)
}
