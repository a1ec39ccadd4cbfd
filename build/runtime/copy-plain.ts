/** A deep copy of plain objects and lists. Anything else, such as a Date, is kept as it is. */
export function copyPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyPlain)
  return isPlain(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyPlain(item)])) : value
}

/** The prototype of a plain object has none of its own, whichever realm it is from. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
