import path from 'node:path'
import { UserError } from '../system/errors'
import { jsonValue } from '../system/json'
import type { StdinStream } from '../system/process'
import { readTextFile, withoutByteOrderMark } from '../system/text-file'
import { chunksOf } from './chunks'
import { kindOf, openInputs } from './input'
import type { Item } from './item'
import { isWrapped, mayKeepBody, unwrapped } from './kept'
import { unreadableBecause } from './unreadable'

/** The text of one webhook and where it comes from: a file, `file:line`, or `-` for stdin. */
export interface Body {
  readonly file: string
  readonly text: string
  /** When it was received, where it was kept then. */
  readonly receivedAt?: string
  /** Where and why the text is no body, and what it seems to be. Undefined when it is one. */
  readonly problem?: string
}

/**
 * Reads the bodies that command-line arguments name. A `.json` file holds one body; the other kinds hold one per line
 * or row. Stdin holds one body or lines of JSON.
 * @throws UserError when a file cannot be read, and when no file holds a body.
 */
export async function readBodies(names: readonly string[], stdin: StdinStream): Promise<Body[]> {
  if (names.filter((name) => name === '-').length > 1)
    throw new UserError('stdin can be read only once; give - once', 2)
  const bodies = await Promise.all(names.map((name) => (name === '-' ? readStdin(stdin) : readFile(name, stdin))))
  if (bodies.flat().length === 0)
    throw new UserError(`found no body in ${names.join(', ')}; name a file that holds one`, 2)
  return bodies.flat()
}

/** Reads sample files. Their names are relative to the working directory. */
export function readSamples(files: readonly string[]): Body[] {
  return files.map((file) => ({ file: path.relative('', file).replaceAll(path.sep, '/'), text: readTextFile(file) }))
}

async function readFile(file: string, stdin: StdinStream): Promise<Body[]> {
  const { kind = 'json', isZipped = false } = kindOf(file) ?? {}
  if (kind === 'json') return bodiesOfText(file, isZipped ? await unzipped(file) : readTextFile(file))
  const bodies: Body[] = []
  for (const input of openInputs([file], stdin))
    for await (const items of input.items()) bodies.push(...items.map((item) => bodyOf(file, item, item.line)))
  return bodies
}

async function unzipped(file: string): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of chunksOf(file, true)) chunks.push(chunk)
  return withoutByteOrderMark(Buffer.concat(chunks).toString('utf8'))
}

async function readStdin(stdin: StdinStream): Promise<Body[]> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk))
  const text = withoutByteOrderMark(Buffer.concat(chunks).toString('utf8'))
  const lines = text.trim().split(/\r?\n/)
  const isLines = lines.length > 1 && jsonValue(text) === undefined && jsonValue(lines[0] ?? '') !== undefined
  return isLines ? lines.flatMap((line, index) => bodyOfLine(line, index + 1)) : bodiesOfText('-', text)
}

function bodyOfLine(text: string, line: number): Body[] {
  return text.trim() === '' ? [] : [bodyOf('-', unwrapped({ line, text }), line)]
}

/** A list is one body, as a webhook may hold several events, unless it is one of kept bodies. */
function bodiesOfText(file: string, text: string): Body[] {
  const value = mayKeepBody(text) ? jsonValue(text) : undefined
  const items = Array.isArray(value) ? value.map((one, index) => ({ line: index + 1, text: JSON.stringify(one) })) : []
  const isKeptList = items.length > 0 && items.every(isWrapped)
  if (isKeptList) return items.map((item) => bodyOf(file, unwrapped(item), item.line))
  return [bodyOf(file, unwrapped({ line: 1, text }))]
}

/** @param line its line, when the file holds others, too. */
function bodyOf(file: string, { text = '', problem, receivedAt }: Item, line?: number): Body {
  const place = line === undefined ? file : `${file}:${line}`
  const found = problem === undefined ? unreadableBecause(text) : { problem }
  if (found === undefined) return { file: place, text, ...(receivedAt !== undefined && { receivedAt }) }
  const at = 'column' in found ? `:${line ?? found.line}:${found.column}` : line === undefined ? '' : `:${line}`
  return { file: place, text, problem: `${file}${at}: ${found.problem}` }
}
