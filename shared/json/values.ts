import { clean } from './text'
import { wordList } from './word-list'

export type JsonObject = { readonly [key: string]: unknown }

/** The longest string that the function reads, in UTF-8 bytes. */
const longestText = 8192

/** True for an object that is not null and not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True for `null`, undefined, `""` and white space. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

/** Words that software writes for a missing value. Not `Null`, `Na` and `Nan`, which are names, or `NA`, Namibia. */
const wordsForNothing: ReadonlySet<string> = new Set([
  ...wordList('null NULL (null) nil <nil> undefined None NaN nan N/A n/a #N/A \\N'),
  '[object Object]',
])
const noAnswers: ReadonlySet<string> = new Set(['', 'null', 'undefined', '[object Object]'])

/** True for a missing value: blank, an empty object or list, a word for nothing, or text without a letter or digit. */
export function isAbsent(value: unknown): boolean {
  return typeof value === 'string' ? saysNothing(value) : isEmpty(value)
}

/** The same for a survey answer, where "None", "N/A" and "★★★" are answers. */
export function isAbsentAnswer(value: unknown): boolean {
  return typeof value === 'string' ? saysNoAnswer(value) : isEmpty(value)
}

function saysNoAnswer(text: string): boolean {
  return !beginsLikeAValue(text.charCodeAt(0)) && noAnswers.has(clean(text))
}

/** True for undefined, and for an object or list that holds nothing. */
export function isEmpty(value: unknown): boolean {
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

/** True for an ASCII digit, and for a letter that begins no word for nothing. Further checks are then not needed. */
function beginsLikeAValue(code: number): boolean {
  const lowerCase = code | 0x20
  const isLetter = lowerCase >= 0x61 && lowerCase <= 0x7a
  return (code >= 0x30 && code <= 0x39) || (isLetter && lowerCase !== 0x6e && lowerCase !== 0x75)
}

/** Takes a value out of an array of one. Paytronix's typed style wraps scalars: `["Dana"]` means `"Dana"`. */
export function unwrap(value: unknown): unknown {
  let inner = value
  while (Array.isArray(inner) && inner.length === 1) inner = inner[0]
  return inner
}

/** Reads an object, also in a list of one. Undefined for anything else. */
export function asObject(value: unknown): JsonObject | undefined {
  const single = unwrap(value)
  return isObject(single) ? single : undefined
}

/** The items of a list, also of a list in a list of one. Any other value becomes a list of one. */
export function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  let list: readonly unknown[] = Array.isArray(value) ? value : [value]
  while (list.length === 1 && Array.isArray(list[0])) list = list[0]
  return list
}

/** True when a text has more than `most` UTF-8 bytes. */
export function isTooLong(text: string, most = longestText): boolean {
  return text.length * 3 > most && Buffer.byteLength(text) > most
}

/** The type or shape of a value, for messages. Messages never show the value. */
export function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `an array of ${value.length}`
  if (typeof value === 'string' && isTooLong(value)) return 'a string of over 8,192 bytes'
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return 'an integer beyond 2^53'
  return value === null ? 'null' : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`
}
