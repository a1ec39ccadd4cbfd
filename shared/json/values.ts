export type JsonObject = { readonly [key: string]: unknown }

/** The longest string that is read, in UTF-8 bytes. */
const longestText = 8192

/** True for a JSON object: neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `null`, a missing key, `""` and white space all say nothing. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

/** Paytronix's typed style wraps scalars in an array of one: `["Dana"]` stands for `"Dana"`. */
export function unwrap(value: unknown): unknown {
  let inner = value
  while (Array.isArray(inner) && inner.length === 1) inner = inner[0]
  return inner
}

/** The object, also out of a list of one; undefined for anything else. */
export function asObject(value: unknown): JsonObject | undefined {
  const single = unwrap(value)
  return isObject(single) ? single : undefined
}

/** A list's items, also out of a list of one list; what stands alone where a list may is its one item. */
export function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  let list: readonly unknown[] = Array.isArray(value) ? value : [value]
  while (list.length === 1 && Array.isArray(list[0])) list = list[0]
  return list
}

/** True when the text is longer than anything that is read. */
export function isTooLong(text: string, most = longestText): boolean {
  return text.length * 3 > most && Buffer.byteLength(text) > most
}

/** The type or shape of a value, for messages, which never show the value itself. */
export function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `an array of ${value.length}`
  if (typeof value === 'string' && isTooLong(value)) return 'a string of over 8,192 bytes'
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return 'an integer beyond 2^53'
  return value === null ? 'null' : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`
}
