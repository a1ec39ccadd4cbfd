import type { Item } from '../bodies/item'
import type { Checkpoint, FileState } from './checkpoint'
import type { Disk } from './disk'
import { DoneLines } from './done-lines'
import { RejectedFile } from './rejected-file'

interface FileLedger {
  readonly signature: FileState
  readonly done: DoneLines
  readonly rejected: RejectedFile
}

export interface LedgerOptions {
  /** The checkpoint file. */
  readonly file: string
  readonly disk: Disk
  /** Gets the error when the checkpoint cannot be written. Nothing is written after that. */
  readonly onFailure: (error: unknown) => void
}

/**
 * Keeps and saves which lines are done. It saves after every batch that Segment confirms, or as often as the disk
 * allows. A rejected line is done when it is in the rejected file.
 */
export class Ledger {
  readonly #files: readonly FileLedger[]
  readonly #run: Checkpoint['run']
  readonly #options: LedgerOptions
  #work: Promise<void> | undefined
  #isStale = false
  #isBroken = false

  private constructor(files: readonly FileLedger[], run: Checkpoint['run'], options: LedgerOptions) {
    this.#files = files
    this.#run = run
    this.#options = options
  }

  /** Continues from a checkpoint, and saves it first. */
  static async open({ run, files }: Checkpoint, names: readonly string[], options: LedgerOptions): Promise<Ledger> {
    const opened: FileLedger[] = []
    for (const [index, signature] of files.entries()) {
      const done = new DoneLines(signature.done)
      const name = names[index] ?? ''
      opened.push({
        signature,
        done,
        rejected: await RejectedFile.open(name, signature.rejectedBytes, done, options.disk),
      })
    }
    const ledger = new Ledger(opened, run, options)
    await ledger.#replace()
    return ledger
  }

  isDone(file: number, item: Item): boolean {
    return this.#files[file]?.done.has(item) ?? false
  }

  begin(file: number, line: number): void {
    this.#files[file]?.done.begin(line)
  }

  /** Ends a line: Segment has its calls, or `reason` says why not. */
  end(file: number, item: Item, reason: string | undefined): void {
    if (reason === undefined) this.#files[file]?.done.end(item)
    else this.#files[file]?.rejected.add(item, reason)
    this.#isStale = true
    if (!this.#isBroken) this.#work ??= this.#save()
  }

  /** Waits until everything is written. */
  async close(): Promise<void> {
    while (this.#work !== undefined) await this.#work
    if (this.#isBroken) return
    try {
      for (const { rejected } of this.#files) await rejected.close()
    } catch (error) {
      this.#options.onFailure(error)
    }
  }

  async #save(): Promise<void> {
    try {
      while (this.#isStale && !this.#isBroken) {
        this.#isStale = false
        for (const { rejected, done } of this.#files) for (const item of await rejected.write()) done.end(item)
        await this.#replace()
      }
    } catch (error) {
      this.#isBroken = true
      this.#options.onFailure(error)
    } finally {
      this.#work = undefined
    }
  }

  async #replace(): Promise<void> {
    const files = this.#files.map(({ signature, done, rejected }) => ({
      ...signature,
      done: done.toJSON(),
      rejectedBytes: rejected.bytes,
    }))
    await this.#options.disk.replace(this.#options.file, `${JSON.stringify({ run: this.#run, files })}\n`)
  }
}
