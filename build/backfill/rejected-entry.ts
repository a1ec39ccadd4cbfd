import type { Item } from '../bodies/item'
import { entryOf } from '../bodies/kept'
import { jsonValue } from '../system/json'

/**
 * A line of a rejected file: the body's line, the reason, and the body with all its digits. A body that is not JSON is
 * a string, and a body that was too large is null.
 */
export function rejectedEntry({ line, text }: Item, reason: string): string {
  const body = text === undefined ? 'null' : isStructure(text) ? text.replace(/[\r\n]+/g, ' ') : JSON.stringify(text)
  return `${JSON.stringify({ line, reason }).slice(0, -1)},"body":${body}}\n`
}

/** The body's line in an entry. Undefined when the text is not an entry. */
export function entryLine(text: string): number | undefined {
  return entryOf(text)?.line
}

/** Whether the text is a JSON object or list. Its line ends are only whitespace between values. */
function isStructure(text: string): boolean {
  const value = jsonValue(text)
  return typeof value === 'object' && value !== null
}
