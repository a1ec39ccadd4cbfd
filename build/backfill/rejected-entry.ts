import * as v from 'valibot'
import { jsonValue } from '../system/json'
import type { Item } from './item'

const entryShape = v.strictObject({ line: v.number(), reason: v.string(), body: v.unknown() })

/**
 * A line of a rejected file: where the body stood, why it was rejected, and the body, with every digit it had. A body
 * that is not JSON is kept as a string, and one that could not be held is null.
 */
export function rejectedEntry({ line, text }: Item, reason: string): string {
  const body = text === undefined ? 'null' : isStructure(text) ? text.replace(/[\r\n]+/g, ' ') : JSON.stringify(text)
  return `${JSON.stringify({ line, reason }).slice(0, -1)},"body":${body}}\n`
}

/** The line that an entry tells of; undefined when the text is no entry. */
export function entryLine(text: string): number | undefined {
  return entryOf(text)?.line
}

/** The body in an entry, so that a rejected file can be run like any other. What is no entry stays as it is. */
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

/** Line ends stand between the parts of valid JSON only. */
function isStructure(text: string): boolean {
  const value = jsonValue(text)
  return typeof value === 'object' && value !== null
}
