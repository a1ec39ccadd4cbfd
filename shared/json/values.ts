import { clean } from './text'

export type JsonObject = { readonly [key: string]: unknown }

/** The longest string that is read, in UTF-8 bytes. */
const longestText = 8192

/** True for a JSON object: neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `null`, a missing key, `""` and white space. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

/** What software writes where it has nothing. `Null`, `Na` and `Nan` are people's names, `NA` is Namibia. */
const wordsForNothing: ReadonlySet<string> = new Set([
  ...['null', 'NULL', '(null)', 'nil', '<nil>', 'undefined', 'None'],
  ...['NaN', 'nan', 'N/A', 'n/a', '#N/A', '\\N', '[object Object]'],
])
const noAnswers: ReadonlySet<string> = new Set(['', 'null', 'undefined', '[object Object]'])

/** Whether a value says nothing: blank, an empty object or list, a word for nothing, or text without a letter or digit. */
export function isAbsent(value: unknown): boolean {
  return typeof value === 'string' ? saysNothing(value) : isEmpty(value)
}

/** The same for a survey answer: "None", "N/A" and "★★★" are answers. */
export function isAbsentAnswer(value: unknown): boolean {
  return typeof value === 'string' ? saysNoAnswer(value) : isEmpty(value)
}

function saysNoAnswer(text: string): boolean {
  return !beginsLikeAValue(text.charCodeAt(0)) && noAnswers.has(clean(text))
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  if (typeof value !== 'object') return value === undefined
  for (const _key in value) return false
  return true
}

function saysNothing(text: string): boolean {
  if (beginsLikeAValue(text.charCodeAt(0))) return false
  const cleaned = clean(text)
  return wordsForNothing.has(cleaned) || !(/[a-z0-9]/i.test(cleaned) || /[\p{L}\p{N}]/u.test(cleaned))
}

/** A digit of ASCII, or a letter with which no word for nothing begins: no need to look further. */
function beginsLikeAValue(code: number): boolean {
  const lowerCase = code | 0x20
  const isLetter = lowerCase >= 0x61 && lowerCase <= 0x7a
  return (code >= 0x30 && code <= 0x39) || (isLetter && lowerCase !== 0x6e && lowerCase !== 0x75)
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
