/**
 * A value as JSON with the keys of every object sorted, so the same value gives the same text. Keys that look like
 * array indexes come first, in numerical order: JavaScript always orders them this way.
 * @throws RangeError when the value is nested too deeply.
 */
export function sortedJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  // fromEntries defines its keys, so a key named __proto__ stays an ordinary key.
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  )
}
