/** Parts of lower-case letters and digits with one underscore between them: what is left as it is. */
const cleanPrefix = /^(?:[a-z0-9]+(?:_[a-z0-9]+)*)?/

/** Capitals and digits with the small letters and digits that follow them. Whatever is in no word separates words. */
const word = /[A-Z0-9]+[a-z0-9]*|[a-z][a-z0-9]*/g

/**
 * The name that Segment's warehouses give to the table of an event or the column of a property: `Check-In` → `check_in`.
 * Segment names segmentio/go-snakecase for it, whose results these are, peculiarities included: every letter outside of
 * ASCII separates words, so that `Crème` is `cr_me`, and a name without a letter or digit of ASCII is empty.
 */
export function snakeCase(name: string): string {
  const [prefix = ''] = cleanPrefix.exec(name) ?? []
  const rest = name.slice(prefix.length)
  const words = (rest.match(word) ?? []).map((one) => one.toLowerCase())
  if (isGlued(prefix, rest)) return prefix + words.join('_')
  return [prefix, ...words].filter((part) => part !== '').join('_')
}

/** A capital directly after a part without letters belongs to that part: `5TEst` is `5test`. */
function isGlued(prefix: string, rest: string): boolean {
  const lastPart = prefix.slice(prefix.lastIndexOf('_') + 1)
  return /^[A-Z]/.test(rest) && !/[a-z]/.test(lastPart)
}
