/** Gives what a text says when it holds JSON, or undefined. */
type ParseText = (text: string) => object | undefined

/**
 * How many levels of objects and lists stand in one another; a scalar has none. It stops counting beyond `most`. Text
 * counts as the levels it says, where `parse` makes something of it.
 */
export function depthOf(value: unknown, most: number, parse?: ParseText): number {
  const inner = typeof value === 'string' && parse !== undefined && isJsonLike(value) ? parse(value) : value
  if (typeof inner !== 'object' || inner === null) return 0
  if (most === 0) return 1
  let deepest = 0
  for (const member of Array.isArray(inner) ? inner : Object.values(inner)) {
    if (typeof member !== 'object' && typeof member !== 'string') continue
    const depth = depthOf(member, most - 1, parse)
    if (depth > deepest) deepest = depth
  }
  return deepest + 1
}

function isJsonLike(text: string): boolean {
  const first = text.charCodeAt(0)
  return first === 0x7b || first === 0x5b || first <= 0x20 || first === 0xfeff
}
