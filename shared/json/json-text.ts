import { depthOf } from './depth'
import { sameAsBefore } from './same-text'
import { asObject, isObject, type JsonObject, unwrap } from './values'

const deepest = 32

/**
 * What JSON text says: text that begins with `{` or `[`, parses, and is at most 32 levels deep. Any other value comes
 * back as it is.
 */
export function fromJsonText(value: unknown): unknown {
  return typeof value === 'string' ? (parseJsonText(value) ?? value) : value
}

/** The object or list that a text says, or undefined when it is no JSON text. */
export function parseJsonText(text: string): object | undefined {
  const value = beginsLikeJson(text) ? parsed(text) : undefined
  return value !== undefined && depthOf(value, deepest) <= deepest ? value : undefined
}

/** Whether a text says an object or list of more levels than are read. */
export function isTooDeepText(text: string): boolean {
  const value = beginsLikeJson(text) ? parsed(text) : undefined
  return value !== undefined && depthOf(value, deepest) > deepest
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (typeof value !== 'object' || value === null) return undefined
    let object: object = value
    TRACE: object = sameAsBefore(text, value)
    return object
  } catch {
    return undefined
  }
}

/** Few texts begin with a bracket or a blank, so one look at the first character mostly decides. */
function beginsLikeJson(text: string): boolean {
  const first = text.charCodeAt(0)
  if (first === 0x7b || first === 0x5b) return true
  return (first <= 0x20 || first === 0xfeff) && /^[\s\uFEFF]*[{[]/.test(text)
}

/**
 * The object that stands where an object is expected: as it is, in a list of one, or as JSON text. An empty object says
 * nothing, so it is undefined, as anything else is.
 */
export function objectIn(value: unknown): JsonObject | undefined {
  const object = asObject(fromJsonText(unwrap(value)))
  for (const _ in object) return object
  return undefined
}

/**
 * The list that stands where a list is expected: as it is, as JSON text, or as an object whose keys are all whole
 * numbers, in their order. Undefined for anything else.
 */
export function listIn(value: unknown): readonly unknown[] | undefined {
  const list = fromJsonText(value)
  if (Array.isArray(list)) return list
  return isObject(list) ? numberedList(list) : undefined
}

/** Integer-like keys come in ascending order in every engine, so the values are in order already. */
function numberedList(object: JsonObject): readonly unknown[] | undefined {
  const keys = Object.keys(object)
  if (keys.length === 0 || !keys.every((key) => /^\d{1,9}$/.test(key))) return undefined
  return keys.sort((one, other) => Number(one) - Number(other)).map((key) => object[key])
}
