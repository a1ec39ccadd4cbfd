import type { Checkpoint } from './checkpoint'
import type { Disk } from './disk'
import { DoneLines } from './done-lines'
import type { Item } from './item'
import { RejectedFile } from './rejected-file'

interface FileLedger {
  readonly signature: Checkpoint['files'][number]
  readonly done: DoneLines
  readonly rejected: RejectedFile
}

export interface LedgerOptions {
  /** Where the checkpoint is kept. */
  readonly file: string
  readonly disk: Disk
  /** Told when it could not be written; nothing is written from then on. */
  readonly failed: (error: unknown) => void
}

/**
 * Knows which lines are done, and writes it down: after every batch that Segment confirmed, or as often as the disk lets it.
 * A line that was rejected is done once it stands in the rejected file.
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

  /** Takes up where a checkpoint was, and writes it down before anything else is done. */
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

  isDone(file: number, line: number): boolean {
    return this.#files[file]?.done.has(line) ?? false
  }

  begin(file: number, line: number): void {
    this.#files[file]?.done.begin(line)
  }

  /** A line came to its end: Segment has its calls, or there is a reason why it does not. */
  end(file: number, item: Item, reason: string | undefined): void {
    if (reason === undefined) this.#files[file]?.done.end(item.line)
    else this.#files[file]?.rejected.add(item, reason)
    this.#isStale = true
    if (!this.#isBroken) this.#work ??= this.#save()
  }

  /** Waits until all is written. */
  async close(): Promise<void> {
    while (this.#work !== undefined) await this.#work
    if (this.#isBroken) return
    try {
      for (const { rejected } of this.#files) await rejected.close()
    } catch (error) {
      this.#options.failed(error)
    }
  }

  async #save(): Promise<void> {
    try {
      while (this.#isStale && !this.#isBroken) {
        this.#isStale = false
        for (const { rejected, done } of this.#files) for (const line of await rejected.write()) done.end(line)
        await this.#replace()
      }
    } catch (error) {
      this.#isBroken = true
      this.#options.failed(error)
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
