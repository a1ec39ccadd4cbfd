import { readFileSync } from 'node:fs'
import { codeOf, UserError } from './errors'

/**
 * Reads a text file that the user named.
 * @throws UserError with exit code 2 when the file cannot be read.
 */
export function readTextFile(file: string): string {
  try {
    return withoutByteOrderMark(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UserError(`cannot read ${file}: ${fileProblem(error)}`, 2)
  }
}

/** Removes a byte order mark. Some editors on Windows write one at the start of a file. */
export function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, '')
}

/** Why a file cannot be read. */
export function fileProblem(error: unknown): string {
  const code = codeOf(error)
  if (code === 'ENOENT') return 'the file does not exist'
  if (code === 'EISDIR') return 'it is a directory; name the files in it'
  return code === 'EACCES' ? 'permission denied' : String(error)
}
