/** The beginning that does not change: parts of lower-case letters and digits with single underscores between them. */
const cleanPrefix = /^(?:[a-z0-9]+(?:_[a-z0-9]+)*)?/

/** Capitals and digits with the lower-case letters and digits after them. All other characters separate words. */
const word = /[A-Z0-9]+[a-z0-9]*|[a-z][a-z0-9]*/g

/**
 * The name of an event's table or a property's column in Segment's warehouses: `Check-In` → `check_in`. Gives the same
 * results as segmentio/go-snakecase, which Segment documents for this: every non-ASCII letter separates words, so
 * `Crème` is `cr_me`, and a name without an ASCII letter or digit is empty.
 */
export function snakeCase(name: string): string {
  const [prefix = ''] = cleanPrefix.exec(name) ?? []
  const rest = name.slice(prefix.length)
  const words = (rest.match(word) ?? []).map((one) => one.toLowerCase())
  if (isGlued(prefix, rest)) return prefix + words.join('_')
  return [prefix, ...words].filter((part) => part !== '').join('_')
}

/** A capital right after a part without letters belongs to that part: `5TEst` is `5test`. */
function isGlued(prefix: string, rest: string): boolean {
  const lastPart = prefix.slice(prefix.lastIndexOf('_') + 1)
  return /^[A-Z]/.test(rest) && !/[a-z]/.test(lastPart)
}
