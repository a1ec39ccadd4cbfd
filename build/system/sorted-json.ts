/**
 * A value as JSON, the keys of every object in alphabetical order: the same value gives the same text. Keys that look
 * like array indexes come first, in numerical order: JavaScript knows no other way.
 * @throws RangeError for a value that is nested too deeply to be walked.
 */
export function sortedJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  // fromEntries defines its keys, so that one named __proto__ stays an ordinary key.
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  )
}
