import { firstIn, type Readable } from './candidate'
import { guestContacts, guestIds, holdsOne } from './guest-ids'
import type { Layer } from './layers'

/** Whose a layer is: the event's own, or somebody's around it. Both from the inside out. */
export interface OwnLayers {
  readonly own: readonly Layer[]
  readonly outside: readonly Layer[]
}

/**
 * Tells an event's own layers from those that only stand around it, such as a relay's or an administrator's: two people
 * made one cannot be undone. A layer around the event belongs to it when it holds the same id. `layers` come from the
 * inside out.
 */
export function ownershipOf(layers: readonly Layer[], readable: Readable): OwnLayers {
  const event = eventIn(layers, readable)
  const own = layers.filter((layer) => event.includes(layer) || sharesId(layer, event, readable))
  return { own, outside: layers.filter((layer) => !own.includes(layer)) }
}

/**
 * The innermost layer that names a guest, with all inside of it; else the innermost below the outermost that holds an
 * e-mail or phone; else all layers.
 */
function eventIn(layers: readonly Layer[], readable: Readable): readonly Layer[] {
  const inner = layers.slice(0, -1)
  for (const properties of [guestIds, guestContacts]) {
    const innermost = inner.findIndex((layer) => holdsOne(properties, [layer], readable))
    if (innermost !== -1) return layers.slice(0, innermost + 1)
  }
  return layers
}

function sharesId(layer: Layer, event: readonly Layer[], readable: Readable): boolean {
  return guestIds.some((property) => {
    const id = firstIn(property, [layer], readable)
    return id != null && event.some((own) => firstIn(property, [own], readable) === id)
  })
}
