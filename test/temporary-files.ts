import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A directory of this test file. It is removed at the end. */
export const directory = mkdtempSync(path.join(tmpdir(), 'commands-'))
// Windows removes no file that another program, such as a virus scanner, is still reading.
afterAll(() => rmSync(directory, { recursive: true, maxRetries: 5 }))

/** Writes a file of the test, as JSON unless it is a text, and gives its path. */
export function file(name: string, content: unknown): string {
  const full = path.join(directory, name)
  mkdirSync(path.dirname(full), { recursive: true })
  writeFileSync(full, typeof content === 'string' ? content : JSON.stringify(content))
  return full
}

/** A text with names of files as if they stood in the working directory. It may be JSON, which doubles backslashes. */
export function withoutDirectory(text: string): string {
  const inJson = JSON.stringify(directory + path.sep).slice(1, -1)
  return text.replaceAll(inJson, '').replaceAll(directory + path.sep, '')
}
