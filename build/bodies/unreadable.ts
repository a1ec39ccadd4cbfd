import { jsonValue } from '../system/json'
import { type JsonProblem, jsonProblem } from '../system/parse-json'

/** What a text seems to be that is no body, by how it begins. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^.{0,3}\0/s, 'seems to be UTF-16 text; save it as UTF-8'],
  [/^<(?:!doctype html|html)\b/i, 'seems to be a web page; save what Paytronix sent instead'],
  [/^</, 'seems to be XML; the function reads JSON and forms'],
  [
    /^(?:[A-Z]+ \S+ HTTP\/\d|HTTP\/\d|[A-Za-z][\w-]*: [^\n]*\n(?:[\w-]+: [^\n]*\n)*\r?\n)/,
    'seems to be an HTTP message with its headers; keep only what follows the blank line',
  ],
]

/** Why a text is no body. Undefined when it is JSON or a form, which the function reads. */
export function unreadableBecause(text: string): JsonProblem | undefined {
  if (jsonValue(text) !== undefined || /^[^\s=&<{[]+=\S*$/.test(text.trim())) return undefined
  const [, kind] = kinds.find(([pattern]) => pattern.test(text.trimStart())) ?? []
  if (kind !== undefined) return { line: 1, column: 1, problem: kind }
  const [first = '', ...others] = text.trim().split(/\r?\n/)
  const isLines = others.length > 0 && jsonValue(first) !== undefined
  return isLines
    ? { line: 2, column: 1, problem: 'holds a body on each line; name the file .ndjson' }
    : jsonProblem(text)
}
