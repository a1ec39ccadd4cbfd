import { readFileSync } from 'node:fs'
import { codeOf, UserError } from './errors'

/**
 * The text of a file that a user named.
 * @throws UserError, with exit code 2, for one that cannot be read.
 */
export function readTextFile(file: string): string {
  try {
    return withoutByteOrderMark(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UserError(`cannot read ${file}: ${fileProblem(error)}`, 2)
  }
}

/** Some editors on Windows begin a file with a byte order mark, which is no part of the text. */
export function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, '')
}

/** Why the system did not let a file be read. */
export function fileProblem(error: unknown): string {
  const code = codeOf(error)
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a directory; name the files in it'
  return code === 'EACCES' ? 'it may not be read' : String(error)
}
