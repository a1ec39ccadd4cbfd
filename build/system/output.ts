import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { codeOf, UserError } from './errors'

/**
 * Writes a file. Creates its directory when that does not exist.
 * @throws UserError when the file cannot be written.
 */
export function writeOutput(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  } catch (error) {
    throw unwritable(file, error)
  }
}

/** The usual reasons why a file cannot be written, and what to do. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space and run the command again',
  ENOENT: 'the directory does not exist; create it or name another file',
  EACCES: 'permission denied; change the permissions or name another file',
}

/** An error that explains in one line why a file cannot be written. */
export function unwritable(file: string, error: unknown): UserError {
  const { message } = error instanceof Error ? error : new Error(String(error))
  const reason = reasons[String(codeOf(error))] ?? `${message}; check the disk space and the permissions`
  return new UserError(`cannot write ${file}: ${reason}`)
}
