import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser'
import { UserError } from './errors'
import { jsonValue } from './json'
import { withoutByteOrderMark } from './text-file'

/**
 * Parses a JSON text. `name` is the file's name, for the message.
 * @throws UserError that says where the text is wrong and what was expected there. It does not quote the text, which
 * may hold a secret.
 */
export function parseJson(text: string, name: string): unknown {
  const json = withoutByteOrderMark(text)
  const value = jsonValue(json)
  if (value !== undefined) return value
  const { line, column, problem } = jsonProblem(json)
  throw new UserError(`${name}${line === undefined ? '' : `:${line}:${column}`}: ${problem}`)
}

/** Where a text is not JSON, and why. Line and column count from 1. */
export interface JsonProblem {
  readonly line?: number
  readonly column?: number
  readonly problem: string
}

/** What is wrong with a text that is not JSON. The messages of JSON.parse do not always contain a position. */
export function jsonProblem(json: string): JsonProblem {
  const first = firstError(json)
  if (first === undefined) return { problem: 'is not valid JSON' }
  const before = json.slice(0, first.offset).trimEnd()
  const next = json[first.offset]
  if (before.endsWith(',') && (next === '}' || next === ']'))
    return { ...placeAt(json, before.length - 1), problem: `is not valid JSON: remove the comma before "${next}"` }
  const expected = problems[printParseErrorCode(first.error)]
  const problem = `is not valid JSON: ${expected ?? 'unexpected text; names and strings need double quotes'}`
  return { ...placeAt(json, first.offset), problem }
}

function firstError(json: string): ParseError | undefined {
  const errors: ParseError[] = []
  try {
    parse(json, errors, { disallowComments: true })
  } catch {
    return undefined // nested too deeply for the parser
  }
  return errors[0]
}

function placeAt(text: string, offset: number): Required<Pick<JsonProblem, 'line' | 'column'>> {
  const lines = text.slice(0, offset).split(/\r?\n/)
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

const problems: Readonly<Record<string, string>> = {
  InvalidNumberFormat: 'expected a number',
  PropertyNameExpected: 'expected a name in double quotes',
  ValueExpected: 'expected a value',
  ColonExpected: 'expected ":"',
  CommaExpected: 'expected ","',
  CloseBraceExpected: 'expected "}"',
  CloseBracketExpected: 'expected "]"',
  EndOfFileExpected: 'expected the end of the file',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'a string has no closing quotation mark',
  UnexpectedEndOfNumber: 'expected a number',
  InvalidUnicode: 'expected four hexadecimal digits after "\\u"',
  InvalidEscapeCharacter: 'a backslash in a string must be doubled',
  InvalidCharacter: 'a control character in a string must be escaped',
}
