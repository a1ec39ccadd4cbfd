import type { Input } from '../bodies/input'
import type { Item } from '../bodies/item'
import { UserError } from '../system/errors'
import type { Time } from '../system/time'
import type { Delivery, DeliveryOutcome } from '../tracking-api'
import { workAhead } from './ahead'
import type { BodyResult, HistoryCall } from './body-result'
import { Changes } from './changes'
import { type Checkpoint, changedFileError } from './checkpoint'
import type { Counts } from './counts'
import type { Disk } from './disk'
import { DoneCheck } from './done-lines'
import type { FunctionPool } from './function-pool'
import { Lanes } from './lanes'
import { Ledger } from './ledger'
import { batchLimit } from './pace'

export interface Job {
  readonly inputs: readonly Input[]
  /** The file for rejected bodies of each input. */
  readonly rejectedFiles: readonly string[]
  readonly checkpointFile: string
  /** What earlier runs did. */
  readonly checkpoint: Checkpoint
  readonly functionPool: Pick<FunctionPool, 'run' | 'threads'>
  readonly delivery: Delivery
  /** Calls a second. */
  readonly rate: number
  readonly concurrency: number
  /** Whether the first rejection ends the run. */
  readonly isStrict: boolean
  readonly counts: Counts
  readonly disk: Disk
  readonly time: Time
  /** Stops the run after the calls in progress are confirmed. */
  readonly signal: AbortSignal
  /** Called after each change of the counts. */
  readonly onProgress: () => void
}

/**
 * The most bodies and bytes of calls in progress. A second's worth of bodies fills every lane twice, as a batch holds at
 * most a tenth of that.
 */
const most = { bodies: 5000, bytes: 4_000_000 }
const leastBodies = 100
const gatherMs = 200

/**
 * Runs bodies through the function and delivers their calls. Continues where an earlier run ended.
 * @throws UserError when something ends the run early. The checkpoint then has everything confirmed so far.
 */
export async function runBackfill(job: Job): Promise<void> {
  const run = new Backfill(job)
  const { checkpoint, checkpointFile: file, disk, rejectedFiles } = job
  await run.all(await Ledger.open(checkpoint, rejectedFiles, { file, disk, onFailure: (error) => run.stop({ error }) }))
}

/** A body in progress. */
interface Passage {
  readonly item: Item
  /** The index of its input. */
  readonly file: number
  readonly reasons: string[]
  readonly bytes: number
  /** The number of calls without an outcome. */
  open: number
}

class Backfill {
  readonly #job: Job
  readonly #lanes: Lanes
  readonly #change = new Changes()
  readonly #underWay = { bodies: 0, bytes: 0 }
  readonly #mostBodies: number
  #failure: { readonly error: unknown } | undefined
  #isStopped = false

  constructor(job: Job) {
    this.#job = job
    const { concurrency: count, delivery, rate, time } = job
    this.#mostBodies = Math.min(Math.max(rate, leastBodies), most.bodies)
    const onFailure = (error: unknown) => this.stop({ error })
    const gather = () => time.sleep(gatherMs)
    this.#lanes = new Lanes({ count, delivery, onFailure, batch: batchLimit(rate), gather })
    job.signal.addEventListener('abort', () => this.stop())
  }

  async all(ledger: Ledger): Promise<void> {
    try {
      for (const [file, input] of this.#job.inputs.entries()) {
        if (!this.#isStopped) await this.#read(file, input, ledger)
      }
    } catch (error) {
      this.#failure ??= { error } // the bodies read so far are still sent
    }
    await this.#lanes.drain()
    await ledger.close()
    if (this.#failure !== undefined) throw this.#failure.error
  }

  /** Starts no more work. Running deliveries still finish. */
  stop(failure?: { readonly error: unknown }): void {
    this.#failure ??= failure
    this.#isStopped = true
    this.#lanes.stop()
    this.#change.notify()
  }

  async #read(file: number, input: Input, ledger: Ledger): Promise<void> {
    const { counts, functionPool, onProgress } = this.#job
    const onBytes = (bytes: number) => {
      counts.read += bytes
    }
    const work = async (items: readonly Item[]) => {
      const fresh = items.filter((item) => !ledger.isDone(file, item))
      return { fresh, done: items.length - fresh.length, results: await functionPool.run(fresh) }
    }
    const pieces = input.size === undefined ? this.#checked(file, input.items(onBytes)) : input.items(onBytes)
    for await (const { fresh, done, results } of workAhead(pieces, functionPool.threads + 1, work)) {
      counts.lines += done
      counts.earlier += done
      for (const [index, one] of results.entries()) {
        const item = fresh[index]
        if (item !== undefined && !this.#isStopped) await this.#begin(file, item, one, ledger)
      }
      onProgress()
      if (this.#isStopped) return
    }
  }

  /** Stdin can be read only once, so what an earlier run did of it is compared while it is read. */
  async *#checked(file: number, pieces: AsyncIterable<readonly Item[]>): AsyncGenerator<readonly Item[]> {
    const { checkpoint, checkpointFile, inputs } = this.#job
    const check = new DoneCheck(checkpoint.files[file]?.done)
    const refuseChange = () => {
      if (!check.isSame) throw changedFileError(inputs[file]?.name ?? '', checkpointFile)
    }
    for await (const items of pieces) {
      if (!items.every((item) => check.add(item))) refuseChange()
      yield items
    }
    refuseChange()
  }

  async #begin(file: number, item: Item, result: BodyResult, ledger: Ledger): Promise<void> {
    const { counts } = this.#job
    while (this.#isFull() && !this.#isStopped) await this.#change.next()
    if (this.#isStopped) return
    counts.outside += result.outside
    counts.undated += result.undated
    counts.figures.addUnreadable(result)
    ledger.begin(file, item.line)
    const bytes = result.calls.reduce((sum, { json }) => sum + json.length, 0)
    this.#underWay.bodies += 1
    this.#underWay.bytes += bytes
    const passage: Passage = { item, file, reasons: [...result.reasons], bytes, open: result.calls.length }
    if (result.calls.length === 0) this.#end(passage, ledger)
    for (const call of result.calls) {
      const waiting = this.#lanes.add(call, (outcome) => this.#settle(call, outcome, passage, ledger))
      if (waiting !== undefined) await waiting
    }
  }

  #isFull(): boolean {
    return this.#underWay.bodies >= this.#mostBodies || this.#underWay.bytes >= most.bytes
  }

  #settle(call: HistoryCall, outcome: DeliveryOutcome, passage: Passage, ledger: Ledger): void {
    const { counts, onProgress } = this.#job
    if (outcome.kind === 'delivered') {
      counts.calls += 1
      counts.figures.addCall(call)
    } else passage.reasons.push(`Segment refused the call ${call.name}: ${outcome.reason}`)
    passage.open -= 1
    if (passage.open === 0) this.#end(passage, ledger)
    onProgress()
  }

  #end({ item, file, reasons, bytes }: Passage, ledger: Ledger): void {
    const { counts, isStrict, inputs } = this.#job
    const place = `${inputs[file]?.name}:${item.line}`
    this.#underWay.bodies -= 1
    this.#underWay.bytes -= bytes
    this.#change.notify()
    counts.lines += 1
    if (reasons.length > 0) {
      counts.rejected += 1
      counts.figures.addRejection(reasons, place)
    }
    const reason = reasons.length === 0 ? undefined : reasons.join('; ')
    if (reason === undefined || !isStrict) ledger.end(file, item, reason)
    else this.stop({ error: new UserError(`${place}: ${reason}`) })
  }
}
