import * as v from 'valibot'
import { foldName } from '../../shared/json/keys'
import { isObject } from '../../shared/json/values'
import { jsonValue } from '../system/json'
import type { Item } from './item'

const entryShape = v.strictObject({ line: v.number(), reason: v.string(), body: v.unknown() })

/** An entry of a rejected file. Undefined when the text is none. */
export function entryOf(text: string): v.InferOutput<typeof entryShape> | undefined {
  const parsed = v.safeParse(entryShape, jsonValue(text))
  return parsed.success ? parsed.output : undefined
}

/**
 * Takes the body out of what keeps one: an entry of a rejected file, or an event that the setting `keepBodies` tracked,
 * as Segment shows it or as a row of a warehouse. Other items do not change.
 */
export function unwrapped(item: Item): Item {
  const { text = '', ...rest } = item
  if (text.startsWith('{"line":')) return fromEntry(item)
  if (!mayKeepBody(text)) return item
  const event = jsonValue(text)
  const body = keptBody(event)
  if (body === undefined) return item
  if (jsonValue(body) !== undefined) return { ...rest, ...receiptOf(event), text: body }
  return { ...item, problem: 'holds a body that was cut when it was kept; send it from where it came' }
}

/** A quick look, so that only few texts are parsed. */
export function mayKeepBody(text: string): boolean {
  return /paytronix.?event.?(?:rejected|received)/i.test(text)
}

/** Whether an item keeps a body rather than being one. */
export function isWrapped(item: Item): boolean {
  return unwrapped(item) !== item
}

function fromEntry(item: Item): Item {
  const entry = entryOf(item.text ?? '')
  if (entry === undefined) return item
  const { text: _, ...rest } = item
  if (entry.body === null) return { ...rest, problem: entry.reason }
  return { ...rest, text: typeof entry.body === 'string' ? entry.body : JSON.stringify(entry.body) }
}

/** A warehouse has the members of `properties` as columns, in its own case. */
function keptBody(value: unknown): string | undefined {
  const isKept = /^paytronixevent(?:rejected|received)$/.test(foldName(String(memberOf(value, 'event'))))
  const body = memberOf(memberOf(value, 'properties') ?? value, 'body')
  return isKept && typeof body === 'string' ? body : undefined
}

/** Segment's own time of receipt; its timestamp is the same, for an event that keeps a body has none of its own. */
function receiptOf(event: unknown): Pick<Item, 'receivedAt'> {
  const receivedAt = memberOf(event, 'receivedat') ?? memberOf(event, 'timestamp')
  return typeof receivedAt === 'string' ? { receivedAt } : {}
}

function memberOf(value: unknown, name: string): unknown {
  return isObject(value) ? Object.entries(value).find(([key]) => foldName(key) === name)?.[1] : undefined
}
