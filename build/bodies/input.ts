import { statSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../system/errors'
import type { StdinStream } from '../system/process'
import { fileProblem } from '../system/text-file'
import { chunksOf } from './chunks'
import { type CsvOptions, csvItemsOf } from './csv/csv'
import type { Item } from './item'
import { JsonEnds } from './json-ends'
import { unwrapped } from './kept'
import { bodiesIn, LineEnds, split } from './split'

/** Saved bodies in a file or from stdin. */
export interface Input {
  /** The name as the user wrote it. `-` for stdin. */
  readonly name: string
  /** The current size of the file in bytes. Undefined for stdin. */
  readonly size: number | undefined
  /**
   * The bodies, as many at a time as a piece of the file holds. Stdin can be read only once. `onBytes` gets the number of
   * file bytes read each time.
   * @throws UserError when the file cannot be read to its end, or changes while it is read.
   */
  items(onBytes?: (bytes: number) => void): AsyncIterable<readonly Item[]>
}

type Chunks = AsyncIterable<Buffer>
type Reader = (chunks: Chunks, name: string, csv: CsvOptions) => AsyncIterable<readonly Item[]>

const readers: Readonly<Record<string, Reader>> = {
  ndjson: linesOf,
  jsonl: linesOf,
  json: valuesOf,
  csv: csvItemsOf,
}

const asTheyAre: CsvOptions = { columns: {}, skipRows: undefined }

async function* linesOf(chunks: Chunks): AsyncGenerator<readonly Item[]> {
  for await (const items of split(chunks, new LineEnds())) yield bodiesIn(items)
}

async function* valuesOf(chunks: Chunks, name: string): AsyncGenerator<readonly Item[]> {
  const ends = new JsonEnds()
  for await (const items of split(chunks, ends)) {
    const whole = items.map(({ isUnfinished: _, ...item }) => item) // the value itself tells whether it is
    if (!ends.isOpen || (whole.length > 0 && items[0]?.isUnfinished !== true)) yield bodiesIn(whole)
  }
  if (ends.isOpen)
    throw new UserError(`${name}: ends before its JSON does, so it was cut off; copy it again and run the same command`)
}

/** The kind of a file by its name, such as `csv` of `a.CSV.gz`. Undefined when it cannot be read. */
export function kindOf(name: string): { readonly kind: string; readonly isZipped: boolean } | undefined {
  const [, kind = '', zipped] = /\.([a-z]+)(\.gz)?$/i.exec(name.toLowerCase()) ?? []
  return Object.hasOwn(readers, kind) ? { kind, isZipped: zipped !== undefined } : undefined
}

/**
 * Opens the inputs that the arguments name.
 * @throws UserError when a file cannot be read or is of an unknown kind.
 */
export function openInputs(
  names: readonly string[],
  stdin: StdinStream,
  csv: CsvOptions = asTheyAre,
): readonly Input[] {
  if (names.length === 0)
    throw new UserError('name a file of saved bodies: .json, .ndjson, .jsonl or .csv, or - for stdin', 2)
  const places = names.map((name) => path.resolve(name))
  const twice = names.find((name, index) => places.indexOf(path.resolve(name)) !== index)
  if (twice !== undefined) throw new UserError(`${twice}: name it once`, 2)
  return names.map((name) => (name === '-' ? stdinInput(stdin) : fileInput(name, csv)))
}

function fileInput(name: string, csv: CsvOptions): Input {
  const { kind, isZipped } = kindOf(name) ?? {}
  const reader = kind === undefined ? undefined : readers[kind]
  if (reader === undefined)
    throw new UserError(
      `${name}: expected .json, .ndjson, .jsonl or .csv, each also with .gz; rename the file to its kind`,
      2,
    )
  return {
    name,
    size: sizeOf(name),
    items: (onBytes = () => undefined) => mapped(reader(chunksOf(name, isZipped === true, onBytes), name, csv)),
  }
}

function stdinInput(stdin: StdinStream): Input {
  async function* chunks(onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
    for await (const given of stdin) {
      const chunk = Buffer.from(given)
      onBytes(chunk.length)
      yield chunk
    }
  }
  return { name: '-', size: undefined, items: (onBytes = () => undefined) => mapped(linesOf(chunks(onBytes))) }
}

async function* mapped(pieces: AsyncIterable<readonly Item[]>): AsyncGenerator<readonly Item[]> {
  for await (const items of pieces) yield items.map(unwrapped)
}

function sizeOf(name: string): number {
  try {
    const stat = statSync(name)
    if (stat.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    return stat.size
  } catch (error) {
    throw new UserError(`cannot read ${name}: ${fileProblem(error)}`, 2)
  }
}
