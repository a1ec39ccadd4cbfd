/**
 * The same JSON with the keys of every object in alphabetical order, as deployed functions receive it (Source Functions).
 * Text that is not JSON, or is nested too deeply to be walked, is returned as it is.
 * Keys that look like array indexes come first, in numerical order: JavaScript knows no other way.
 */
export function alphabetize(text: string): string {
  try {
    return JSON.stringify(sorted(JSON.parse(text)))
  } catch {
    return text
  }
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
