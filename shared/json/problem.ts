/**
 * One line in the form of every message: the place, what was expected, what was received, and what to do.
 * `event[2].type: expected a Paytronix event type, received "FOO_BAR"; add it to eventAliases`
 */
export function problem(place: string, expected: string, received: string, advice?: string): string {
  return `${place}: expected ${expected}, received ${received}${advice === undefined ? '' : `; ${advice}`}`
}

/** At most 100 characters of a text. Never splits a character. */
export function beginningOf(text: string): string {
  return Array.from(text).slice(0, 100).join('')
}
