import { depthOf } from './depth'
import { sameAsBefore } from './same-text'
import { asObject, isObject, type JsonObject, unwrap } from './values'

const deepest = 32

/**
 * The value of a JSON text that begins with `{` or `[`, parses, and is at most 32 levels deep. Returns any other value
 * unchanged.
 */
export function fromJsonText(value: unknown): unknown {
  return typeof value === 'string' ? (parseJsonText(value) ?? value) : value
}

/** The object or list in a JSON text. Undefined when it is not such a text. */
export function parseJsonText(text: string): object | undefined {
  const value = parsed(text)
  return value === undefined || depthOf(value, deepest) > deepest ? undefined : value
}

/** Whether a text says an object or list of more levels than are read. */
export function isTooDeepText(text: string): boolean {
  return depthOf(parsed(text), deepest) > deepest
}

function parsed(text: string): object | undefined {
  if (!beginsLikeJson(text)) return undefined
  try {
    let object: object = JSON.parse(text.replace(/^\uFEFF/, ''))
    TRACE: object = sameAsBefore(text, object)
    return object
  } catch {
    return undefined
  }
}

/** Whether a text may be JSON. The first character decides, apart from blanks. */
function beginsLikeJson(text: string): boolean {
  const first = text.charCodeAt(0)
  if (first === 0x7b || first === 0x5b) return true
  return (first <= 0x20 || first === 0xfeff) && /^[\s\uFEFF]*[{[]/.test(text)
}

/**
 * Reads an object: as it is, in a list of one, or as JSON text. Undefined for an empty object and for anything else.
 */
export function objectIn(value: unknown): JsonObject | undefined {
  const object = asObject(fromJsonText(unwrap(value)))
  for (const _ in object) return object
  return undefined
}

/**
 * Reads a list: as it is, as JSON text, or as an object whose keys are all whole numbers, in numerical order. Undefined
 * for anything else.
 */
export function listIn(value: unknown): readonly unknown[] | undefined {
  const list = fromJsonText(value)
  if (Array.isArray(list)) return list
  return isObject(list) ? numberedList(list) : undefined
}

/** JavaScript lists integer-like keys in ascending order, so the values are already in order. */
function numberedList(object: JsonObject): readonly unknown[] | undefined {
  const keys = Object.keys(object)
  if (keys.length === 0 || !keys.every((key) => /^\d{1,9}$/.test(key))) return undefined
  return keys.sort((one, other) => Number(one) - Number(other)).map((key) => object[key])
}
