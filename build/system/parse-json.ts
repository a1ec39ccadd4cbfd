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
  throw new UserError(`${name}${placeAndProblem(json)}`)
}

/** The messages of JSON.parse do not always contain a position, so jsonc-parser finds it. */
function placeAndProblem(json: string): string {
  const first = firstError(json)
  if (first === undefined) return ': is not valid JSON'
  const before = json.slice(0, first.offset).trimEnd()
  const next = json[first.offset]
  if (before.endsWith(',') && (next === '}' || next === ']'))
    return `:${placeAt(json, before.length - 1)}: is not valid JSON: remove the comma before "${next}"`
  return `:${placeAt(json, first.offset)}: is not valid JSON: ${problems[printParseErrorCode(first.error)] ?? 'unexpected text; names and strings need double quotes'}`
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

/** Line and column, both from 1. */
function placeAt(text: string, offset: number): string {
  const lines = text.slice(0, offset).split(/\r?\n/)
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`
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
