import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A directory of this test file. It is removed at the end. */
export const directory = mkdtempSync(path.join(tmpdir(), 'commands-'))
afterAll(() => rmSync(directory, { recursive: true }))

/** Writes a file of the test, as JSON unless it is a text, and gives its path. */
export function file(name: string, content: unknown): string {
  const full = path.join(directory, name)
  mkdirSync(path.dirname(full), { recursive: true })
  writeFileSync(full, typeof content === 'string' ? content : JSON.stringify(content))
  return full
}
