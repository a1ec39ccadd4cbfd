import { jsonPath } from '../system/json-path'
import type { Origin } from './inspection'

/** A place in a body, seen from one of its events. */
export interface Place {
  readonly in: 'event' | 'envelope'
  readonly keys: readonly string[]
}

/** Tells where in a body an object or list stands; the keys from the body to it. */
export type KeysOf = (value: object) => readonly string[] | undefined

/** No event is read of a body that nests deeper; some nest deeper than a program could walk. */
const deepest = 32

/** Walks a body once. In JSON every object and list stands in one place only. */
export function locate(body: unknown): KeysOf {
  const places = new Map<object, readonly string[]>()
  const walk = (value: unknown, keys: readonly string[]) => {
    if (typeof value !== 'object' || value === null || keys.length > deepest) return
    places.set(value, keys)
    for (const [key, member] of Object.entries(value)) walk(member, [...keys, key])
  }
  walk(body, [])
  return (value) => places.get(value)
}

/** The place of an object, seen from an event. What is nowhere in the body is the copy made of the envelope. */
export function placeFrom(event: object, keysOf: KeysOf): (object: object) => Place {
  const start = keysOf(event) ?? []
  return (object) => {
    const keys = keysOf(object) ?? []
    const isInside = keysOf(object) !== undefined && start.every((key, index) => keys[index] === key)
    return isInside ? { in: 'event', keys: keys.slice(start.length) } : { in: 'envelope', keys }
  }
}

/** The place of a member; of a list in a scalar's place, that of the item that stands for it. */
export function memberPlace(container: Place, key: string, sent: unknown, value: unknown): Place {
  const keys = key === '' ? [...container.keys] : [...container.keys, key]
  for (let outer = sent; Array.isArray(outer) && outer !== value; outer = outer[0]) keys.push('0')
  return { in: container.in, keys }
}

export function originOf(place: Place): Origin {
  return { from: place.in, path: jsonPath(place.keys) }
}

/** Whether a place is another or within it. */
export function holds(outer: Place, inner: Place): boolean {
  return outer.in === inner.in && outer.keys.every((key, index) => inner.keys[index] === key)
}

/** A text that is the same for the same place only. */
export function placeId(place: Place): string {
  return JSON.stringify([place.in, ...place.keys])
}

/** Every one of them once. */
export function uniqueOrigins(origins: readonly Origin[]): Origin[] {
  return [...new Map(origins.map((origin) => [`${origin.from} ${origin.path}`, origin])).values()]
}
