import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Io } from '../cli/screen'
import { codeOf, UserError } from '../system/errors'

/** The text of one webhook, and where it is from: a file, `file:line`, or `-` for stdin. */
export interface Body {
  readonly file: string
  readonly text: string
}

/**
 * Reads the bodies that command-line arguments name: a file holds one, an `.ndjson` file one a line.
 * @throws UserError for a file that cannot be read, and when there is no body in any.
 */
export async function readBodies(names: readonly string[], stdin: Io['stdin']): Promise<Body[]> {
  if (names.filter((name) => name === '-').length > 1) throw new UserError('stdin can be read once: give one -', 2)
  const bodies = await Promise.all(
    names.map(async (name) => (name === '-' ? [await readStdin(stdin)] : readFile(name))),
  )
  if (bodies.flat().length === 0) throw new UserError(`there is no body in ${names.join(', ')}`, 2)
  return bodies.flat()
}

/** Reads sample files, whose names are shown as seen from the working directory. */
export function readSamples(files: readonly string[]): Body[] {
  return files.map((file) => ({ file: path.relative('', file).replaceAll(path.sep, '/'), text: readText(file) }))
}

/** The text of a file that a user named. */
export function readText(file: string): string {
  try {
    return withoutMark(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UserError(`cannot read ${file}: ${fileProblem(error)}`, 2)
  }
}

function readFile(file: string): Body[] {
  const text = readText(file)
  return file.endsWith('.ndjson') ? linesOf(text, file) : [{ file, text }]
}

function linesOf(text: string, file: string): Body[] {
  const lines = text.split(/\r?\n/).map((line, index) => ({ file: `${file}:${index + 1}`, text: line }))
  return lines.filter((line) => line.text.trim() !== '')
}

async function readStdin(stdin: Io['stdin']): Promise<Body> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk))
  return { file: '-', text: withoutMark(Buffer.concat(chunks).toString('utf8')) }
}

/** Some editors on Windows begin a file with a byte order mark. No webhook's body has one. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '')
}

/** Why the system did not let a file be read. */
export function fileProblem(error: unknown): string {
  const code = codeOf(error)
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a directory; name the files in it'
  return code === 'EACCES' ? 'it may not be read' : String(error)
}
