import { createReadStream, existsSync, statSync } from 'node:fs'
import { UserError } from '../system/errors'
import type { Disk } from './disk'
import type { DoneLines } from './done-lines'
import type { Item } from './item'
import { entryLine, rejectedEntry } from './rejected-entry'
import { LineEnds, split } from './split'

interface Rejected {
  readonly item: Item
  readonly reason: string
}

/** Where the bodies of an input go that were rejected. */
export class RejectedFile {
  #bytes: number
  #waiting: Rejected[] = []
  #unfinished: Rejected | undefined

  private constructor(
    readonly name: string,
    private readonly disk: Disk,
    bytes: number,
  ) {
    this.#bytes = bytes
  }

  /**
   * Goes on behind what the checkpoint knows of. What stands there was written in the moment in which a run was cut off,
   * and will be written again.
   * @throws UserError when it is anything else, which is not to be lost.
   */
  static async open(name: string, known: number, done: DoneLines, disk: Disk): Promise<RejectedFile> {
    const bytes = existsSync(name) ? statSync(name).size : 0
    if (bytes <= known) return new RejectedFile(name, disk, bytes)
    for await (const { text = '', isUnfinished } of split(createReadStream(name, { start: known }), new LineEnds())) {
      const line = entryLine(text)
      if (isUnfinished === true || (line !== undefined && !done.has(line))) continue
      throw new UserError(`${name} was there before, or was changed since; move it away, so that nothing in it is lost`)
    }
    return new RejectedFile(name, disk, known)
  }

  /** Bytes of whole entries that stand in it. */
  get bytes(): number {
    return this.#bytes
  }

  add(item: Item, reason: string): void {
    if (item.isUnfinished) this.#unfinished = { item, reason }
    else this.#waiting.push({ item, reason })
  }

  /** Writes what was added, and gives the lines that it is about. */
  async write(): Promise<readonly number[]> {
    const entries = this.#waiting.splice(0)
    if (entries.length > 0) this.#bytes += await this.#put(entries)
    return entries.map(({ item }) => item.line)
  }

  /** Writes of a line without an end, which counts as not done: a run that finds its end reads it anew. */
  async close(): Promise<void> {
    if (this.#unfinished !== undefined) await this.#put([this.#unfinished])
  }

  async #put(entries: readonly Rejected[]): Promise<number> {
    const text = entries.map(({ item, reason }) => rejectedEntry(item, reason)).join('')
    await this.disk.writeAt(this.name, this.#bytes, text)
    return Buffer.byteLength(text)
  }
}
