import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { codeOf, UserError } from './errors'

/**
 * Writes a file, in a directory that is made where there is none.
 * @throws UserError when it cannot be written.
 */
export function writeOutput(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  } catch (error) {
    throw unwritable(file, error)
  }
}

/** What usually keeps a file from being written, and what to do. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; make room, and run the command again',
  ENOENT: 'there is no such directory; make it, or name another file',
  EACCES: 'writing there is not allowed; allow it, or name another file',
}

/** Says in one line why the system did not let a file be written. */
export function unwritable(file: string, error: unknown): UserError {
  const { message } = error instanceof Error ? error : new Error(String(error))
  const reason = reasons[String(codeOf(error))] ?? `${message}; make room for it, or allow writing there`
  return new UserError(`cannot write ${file}: ${reason}`)
}
