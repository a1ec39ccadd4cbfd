/** A deep copy of plain objects and lists. Other values, such as a Date, are not copied. */
export function copyPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyPlain)
  return isPlain(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyPlain(item)])) : value
}

/** In every realm, the prototype of a plain object has no prototype itself. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
