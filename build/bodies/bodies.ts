import path from 'node:path'
import { UserError } from '../system/errors'
import type { StdinStream } from '../system/process'
import { readTextFile, withoutByteOrderMark } from '../system/text-file'

/** The text of one webhook and where it comes from: a file, `file:line`, or `-` for stdin. */
export interface Body {
  readonly file: string
  readonly text: string
}

/**
 * Reads the bodies that command-line arguments name. A file holds one body; an `.ndjson` file holds one per line.
 * @throws UserError when a file cannot be read, and when no file holds a body.
 */
export async function readBodies(names: readonly string[], stdin: StdinStream): Promise<Body[]> {
  if (names.filter((name) => name === '-').length > 1)
    throw new UserError('stdin can be read only once; give - once', 2)
  const bodies = await Promise.all(
    names.map(async (name) => (name === '-' ? [await readStdin(stdin)] : readFile(name))),
  )
  if (bodies.flat().length === 0)
    throw new UserError(`found no body in ${names.join(', ')}; name a file that holds one`, 2)
  return bodies.flat()
}

/** Reads sample files. Their names are relative to the working directory. */
export function readSamples(files: readonly string[]): Body[] {
  return files.map((file) => ({ file: path.relative('', file).replaceAll(path.sep, '/'), text: readTextFile(file) }))
}

function readFile(file: string): Body[] {
  const text = readTextFile(file)
  return file.endsWith('.ndjson') ? linesOf(text, file) : [{ file, text }]
}

function linesOf(text: string, file: string): Body[] {
  const lines = text.split(/\r?\n/).map((line, index) => ({ file: `${file}:${index + 1}`, text: line }))
  return lines.filter((line) => line.text.trim() !== '')
}

async function readStdin(stdin: StdinStream): Promise<Body> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk))
  return { file: '-', text: withoutByteOrderMark(Buffer.concat(chunks).toString('utf8')) }
}
