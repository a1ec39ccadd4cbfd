import * as v from 'valibot'
import { jsonValue } from '../system/json'
import type { Item } from './item'

const entryShape = v.strictObject({ line: v.number(), reason: v.string(), body: v.unknown() })

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

/**
 * Takes the body out of an entry, so that a rejected file can be run like any other file. Other items do not change.
 */
export function unwrapped(item: Item): Item {
  const entry = item.text?.startsWith('{"line":') ? entryOf(item.text) : undefined
  if (entry === undefined) return item
  const { text: _, ...rest } = item
  if (entry.body === null) return { ...rest, problem: entry.reason }
  return { ...rest, text: typeof entry.body === 'string' ? entry.body : JSON.stringify(entry.body) }
}

function entryOf(text: string): v.InferOutput<typeof entryShape> | undefined {
  const parsed = v.safeParse(entryShape, jsonValue(text))
  return parsed.success ? parsed.output : undefined
}

/** Whether the text is a JSON object or list. Its line ends are only whitespace between values. */
function isStructure(text: string): boolean {
  const value = jsonValue(text)
  return typeof value === 'object' && value !== null
}
