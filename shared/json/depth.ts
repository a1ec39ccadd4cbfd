import type { JsonObject } from './values'

/** Parses a text that holds JSON. Undefined for other texts. */
type ParseText = (text: string) => object | undefined

/**
 * The number of nested levels of objects and lists. A scalar has 0. Stops counting beyond `most`. A text that `parse`
 * can parse counts with the levels of its value.
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
