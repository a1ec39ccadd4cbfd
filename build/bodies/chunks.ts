import type { BigIntStats } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { codeOf, UserError } from '../system/errors'
import { fileProblem } from '../system/text-file'

const chunkBytes = 64 * 1024

/**
 * Reads a file's text in pieces. `onBytes` gets the number of file bytes read each time.
 * @throws UserError when the file cannot be read, changes while it is read, or is UTF-16 text.
 */
export async function* chunksOf(
  name: string,
  isZipped: boolean,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const raw = rawChunks(name, onBytes)
  const chunks: AsyncIterable<Buffer> = isZipped ? pipeline(raw, createGunzip(), () => undefined) : raw
  try {
    let isFirst = true
    for await (const chunk of chunks) {
      if (isFirst) refuseUtf16(chunk, name)
      isFirst = false
      yield chunk
    }
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(`cannot read all of ${name}: ${readProblem(error)}`)
  }
}

async function* rawChunks(name: string, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  const file = await open(name)
  try {
    const before = await file.stat({ bigint: true })
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(chunkBytes))
      await refuseChange(file, before, name)
      if (bytesRead === 0) return
      onBytes(bytesRead)
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

/** What was read before a change may be half of the old text and half of the new one. */
async function refuseChange(file: FileHandle, before: BigIntStats, name: string): Promise<void> {
  const { size, mtimeNs } = await file.stat({ bigint: true })
  if (size === before.size && mtimeNs === before.mtimeNs) return
  throw new UserError(`${name} changed while it was read; wait until it is complete, and run the same command again`)
}

function refuseUtf16([first, second]: Buffer, name: string): void {
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (isUtf16 || first === 0 || second === 0) throw new UserError(`${name} is UTF-16 text; save it as UTF-8`, 2)
}

const zipProblems: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: 'the compressed data ends too early; copy the file again',
  Z_DATA_ERROR: 'the gzip data is damaged; copy the file again',
}

function readProblem(error: unknown): string {
  return zipProblems[String(codeOf(error))] ?? fileProblem(error)
}
