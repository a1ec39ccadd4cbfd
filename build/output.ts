import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { UserError } from './errors'

/**
 * Writes a file, in a directory that is made where there is none.
 * @throws UserError when it cannot be written.
 */
export function writeOutput(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UserError(`cannot write ${file}: ${reason}; make room for it, or allow writing there`)
  }
}
