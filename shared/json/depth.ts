import type { JsonObject } from './values'

/** Gives what a text says when it holds JSON, or undefined. */
type ParseText = (text: string) => object | undefined

/**
 * How many levels of objects and lists stand in one another; a scalar has none. It stops counting beyond `most`. Text
 * counts as the levels it says, where `parse` makes something of it.
 */
export function depthOf(value: unknown, most: number, parse?: ParseText): number {
  const inner = typeof value === 'string' && parse !== undefined ? parse(value) : value
  if (typeof inner !== 'object' || inner === null) return 0
  if (most === 0) return 1
  let deepest = 0
  if (Array.isArray(inner)) {
    for (const item of inner) deepest = Math.max(deepest, depthOf(item, most - 1, parse))
  } else {
    // A key of the object itself.
    for (const key in inner) deepest = Math.max(deepest, depthOf((inner as JsonObject)[key], most - 1, parse))
  }
  return deepest + 1
}
