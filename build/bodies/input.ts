import { createReadStream, statSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { codeOf, UserError } from '../system/errors'
import type { StdinStream } from '../system/process'
import { fileProblem } from '../system/text-file'
import { csvItemsOf } from './csv'
import type { Item } from './item'
import { JsonEnds } from './json-ends'
import { unwrapped } from './rejected-entry'
import { LineEnds, split } from './split'

/** Saved bodies in a file or from stdin. */
export interface Input {
  /** The name as the user wrote it. `-` for stdin. */
  readonly name: string
  /** The current size of the file in bytes. Undefined for stdin. */
  readonly size: number | undefined
  /** The first bytes of the text, to identify the file. At most `bytes`. */
  head(bytes: number): Promise<Buffer>
  /** The items of the input, to be read once. `onBytes` gets the number of file bytes read each time. */
  items(onBytes: (bytes: number) => void): AsyncIterable<Item>
}

type Chunks = AsyncIterable<Buffer>
type Reader = (chunks: Chunks, name: string) => AsyncIterable<Item>

const readers: Readonly<Record<string, Reader>> = {
  ndjson: linesOf,
  json: (chunks) => split(chunks, new JsonEnds()),
  csv: csvItemsOf,
}

async function* linesOf(chunks: Chunks): AsyncGenerator<Item> {
  for await (const item of split(chunks, new LineEnds())) yield unwrapped(item)
}

/**
 * Opens the inputs that the arguments name.
 * @throws UserError when a file cannot be read or is of an unknown kind.
 */
export function openInputs(names: readonly string[], stdin: StdinStream): readonly Input[] {
  if (names.length === 0) throw new UserError('name a file of saved bodies: .ndjson, .json or .csv, or - for stdin', 2)
  const places = names.map((name) => path.resolve(name))
  const twice = names.find((name, index) => places.indexOf(path.resolve(name)) !== index)
  if (twice !== undefined) throw new UserError(`${twice}: name it once`, 2)
  return names.map((name) => (name === '-' ? new Stdin(stdin) : new File(name)))
}

class File implements Input {
  readonly size: number
  readonly #reader: Reader
  readonly #isZipped: boolean

  constructor(readonly name: string) {
    const [, kind = '', zipped] = /\.([a-z]+)(\.gz)?$/i.exec(name.toLowerCase()) ?? []
    const reader = Object.hasOwn(readers, kind) ? readers[kind] : undefined
    if (reader === undefined)
      throw new UserError(
        `${name}: expected .ndjson, .json or .csv, each also with .gz; rename the file to its kind`,
        2,
      )
    this.#reader = reader
    this.#isZipped = zipped !== undefined
    this.size = sizeOf(name)
  }

  head(bytes: number): Promise<Buffer> {
    return firstOf(this.#chunks(), bytes)
  }

  items(onBytes: (bytes: number) => void): AsyncIterable<Item> {
    return this.#reader(this.#chunks(onBytes), this.name)
  }

  async *#chunks(onBytes: (bytes: number) => void = () => undefined): AsyncGenerator<Buffer> {
    async function* counted(chunks: Chunks): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        onBytes(chunk.length)
        yield chunk
      }
    }
    const raw = createReadStream(this.name)
    try {
      yield* this.#isZipped ? pipeline(raw, counted, createGunzip(), () => undefined) : counted(raw)
    } catch (error) {
      throw new UserError(`cannot read all of ${this.name}: ${readProblem(error)}`)
    }
  }
}

/** Lines from stdin. The bytes that `head` reads are kept in memory and read again. */
class Stdin implements Input {
  readonly name = '-'
  readonly size = undefined
  readonly #rest: AsyncIterator<Uint8Array | string>
  #held: Buffer[] = []

  constructor(stdin: StdinStream) {
    this.#rest = stdin[Symbol.asyncIterator]()
  }

  async head(bytes: number): Promise<Buffer> {
    const held: Buffer[] = []
    for (let length = 0; length < bytes; ) {
      const next = await this.#rest.next()
      if (next.done) break
      const chunk = Buffer.from(next.value)
      held.push(chunk)
      length += chunk.length
    }
    this.#held = held
    return Buffer.concat(held).subarray(0, bytes)
  }

  items(onBytes: (bytes: number) => void): AsyncIterable<Item> {
    return linesOf(this.#chunks(onBytes))
  }

  async *#chunks(onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
    for (const chunk of this.#held.splice(0)) {
      onBytes(chunk.length)
      yield chunk
    }
    try {
      for (let next = await this.#rest.next(); !next.done; next = await this.#rest.next()) {
        const chunk = Buffer.from(next.value)
        onBytes(chunk.length)
        yield chunk
      }
    } finally {
      await this.#rest.return?.() // otherwise an open stdin would keep the process alive
    }
  }
}

async function firstOf(chunks: Chunks, bytes: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const chunk of chunks) {
    parts.push(chunk)
    length += chunk.length
    if (length >= bytes) break
  }
  return Buffer.concat(parts).subarray(0, bytes)
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

const zipProblems: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: 'the compressed data ends too early; copy the file again',
  Z_DATA_ERROR: 'the gzip data is damaged; copy the file again',
}

function readProblem(error: unknown): string {
  return zipProblems[String(codeOf(error))] ?? fileProblem(error)
}
