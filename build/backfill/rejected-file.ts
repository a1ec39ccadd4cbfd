import { createReadStream, existsSync, statSync } from 'node:fs'
import type { Item } from '../bodies/item'
import { LineEnds, split } from '../bodies/split'
import { UserError } from '../system/errors'
import type { Disk } from './disk'
import type { DoneLines } from './done-lines'
import { entryLine, rejectedEntry } from './rejected-entry'

interface Rejected {
  readonly item: Item
  readonly reason: string
}

/** The file for the rejected bodies of an input. */
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
   * Continues after the bytes that the checkpoint knows. An interrupted run may have written entries after them; these
   * are written again.
   * @throws UserError when anything else follows, so that it is not lost.
   */
  static async open(name: string, known: number, done: DoneLines, disk: Disk): Promise<RejectedFile> {
    const bytes = existsSync(name) ? statSync(name).size : 0
    if (bytes <= known) return new RejectedFile(name, disk, bytes)
    for await (const items of split(createReadStream(name, { start: known }), new LineEnds())) {
      if (items.every((item) => isOfInterruptedRun(item, done))) continue
      throw new UserError(`${name} existed before, or was changed since; move it away so that nothing in it is lost`)
    }
    return new RejectedFile(name, disk, known)
  }

  /** The bytes of complete entries in the file. */
  get bytes(): number {
    return this.#bytes
  }

  add(item: Item, reason: string): void {
    if (item.isUnfinished) this.#unfinished = { item, reason }
    else this.#waiting.push({ item, reason })
  }

  /** Writes the added entries and returns their items. */
  async write(): Promise<readonly Item[]> {
    const entries = this.#waiting.splice(0)
    if (entries.length > 0) this.#bytes += await this.#put(entries)
    return entries.map(({ item }) => item)
  }

  /** Writes the entry of an unfinished line. The line is not done: a later run that finds its end reads it again. */
  async close(): Promise<void> {
    if (this.#unfinished !== undefined) await this.#put([this.#unfinished])
  }

  async #put(entries: readonly Rejected[]): Promise<number> {
    const text = entries.map(({ item, reason }) => rejectedEntry(item, reason)).join('')
    await this.disk.writeAt(this.name, this.#bytes, text)
    return Buffer.byteLength(text)
  }
}

function isOfInterruptedRun({ text = '', isUnfinished }: Item, done: DoneLines): boolean {
  const line = entryLine(text)
  return isUnfinished === true || (line !== undefined && !done.hasLine(line))
}
