import { type TransformFailure, transformSync } from 'esbuild'
import { UserError } from '../system/errors'

/** The value of a JSON text. `name` is the file's name, for the message of a UserError. */
export function parseJson(text: string, name: string): unknown {
  // Some editors on Windows begin a file with a byte order mark, which JSON.parse refuses.
  const json = text.replace(/^\uFEFF/, '')
  try {
    return JSON.parse(json)
  } catch {
    throw new UserError(`${name}${whereAndWhy(json)}`)
  }
}

/** JSON.parse does not always tell where it stopped; esbuild always does. */
function whereAndWhy(json: string): string {
  try {
    transformSync(json, { loader: 'json', logLevel: 'silent' })
  } catch (error) {
    // esbuild throws nothing else.
    const [first] = (error as TransformFailure).errors
    const place = first?.location ? `:${first.location.line}:${first.location.column + 1}` : ''
    return `${place}: is not valid JSON${first ? `: ${withoutValue(first.text)}` : ''}`
  }
  return ': is not valid JSON'
}

/** What was found where it was not expected may be part of a secret, unless it is mere punctuation. */
function withoutValue(complaint: string): string {
  return complaint
    .replace(/ but found "(?![,:{}[\]]"$).*$/s, '')
    .replace(/^(?:Unexpected|Syntax error) "(?![,:{}[\]]").*$/s, 'Unexpected text')
}
