import type { Readable } from './candidate'
import { guestContacts, guestIds, holdsOne, usableValue } from './guest-ids'
import type { Layer } from './layers'

/** Whose a layer is: the event's own, or somebody's around it. Both from the inside out. */
export interface OwnLayers {
  readonly own: readonly Layer[]
  readonly outside: readonly Layer[]
}

/**
 * Tells an event's own layers from those that only stand around it, such as a relay's or an administrator's: two people
 * made one cannot be undone. The event is the innermost layer that names a guest, with all inside of it; else the
 * innermost below the outermost that holds an e-mail or phone; else all layers. A layer around it belongs to it when it
 * holds the same id. `layers` come from the outside in.
 */
export function ownershipOf(layers: readonly Layer[], readable: Readable): OwnLayers {
  const first = firstOwnLayer(layers, readable)
  if (first === 0) return { own: [...layers].reverse(), outside: [] }
  const event = layers.slice(first)
  const around = layers.slice(0, first)
  const shared = around.filter((layer) => sharesId(layer, event, readable))
  const others = around.filter((layer) => !shared.includes(layer))
  return { own: [...shared, ...event].reverse(), outside: others.reverse() }
}

function firstOwnLayer(layers: readonly Layer[], readable: Readable): number {
  if (layers.length < 2) return 0
  for (const properties of [guestIds, guestContacts]) {
    const innermost = layers.findLastIndex(({ found }) => holdsOne(properties, found, readable))
    if (innermost > 0) return innermost
  }
  return 0
}

function sharesId({ found }: Layer, event: readonly Layer[], readable: Readable): boolean {
  return guestIds.some((property) => {
    const id = usableValue(property, found, readable)
    return id !== undefined && event.some((layer) => usableValue(property, layer.found, readable) === id)
  })
}
