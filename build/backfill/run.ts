import type { SegmentCall } from '../runtime'
import { UserError } from '../system/errors'
import type { Time } from '../system/time'
import type { Delivery, DeliveryOutcome } from '../tracking-api'
import { Changes } from './changes'
import { type Checkpoint, resume } from './checkpoint'
import type { Counts } from './counts'
import type { Disk } from './disk'
import type { FunctionRun } from './function-run'
import type { Input } from './input'
import type { Item } from './item'
import { Lanes } from './lanes'
import { Ledger } from './ledger'
import { createPace } from './pace'
import { isOwn, type Selection, select } from './select'

export interface Job {
  readonly inputs: readonly Input[]
  /** The file for rejected bodies of each input. */
  readonly rejectedFiles: readonly string[]
  readonly checkpointFile: string
  /** Distinguishes this run from other runs of the same files. */
  readonly identity: Checkpoint['run']
  readonly selection: Selection
  readonly functionRun: Pick<FunctionRun, 'make'>
  readonly delivery: Pick<Delivery, 'deliver'>
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

/** The most bodies and characters in progress. After an interruption these are sent again. */
const most = { bodies: 1000, characters: 1_000_000 }
const batch = 200
const gatherMs = 20

/**
 * Runs bodies through the function and delivers their calls. Continues where an earlier run ended.
 * @throws UserError when something ends the run early. The checkpoint then has everything confirmed so far.
 */
export async function runBackfill(job: Job): Promise<void> {
  const checkpoint = await resume(job.checkpointFile, job.inputs, job.identity)
  const run = new Backfill(job)
  const { checkpointFile: file, disk, rejectedFiles } = job
  await run.all(await Ledger.open(checkpoint, rejectedFiles, { file, disk, onFailure: (error) => run.stop({ error }) }))
}

/** A body in progress. */
interface Passage {
  readonly item: Item
  /** The index of its input. */
  readonly file: number
  readonly reasons: string[]
  /** The number of calls without an outcome. */
  open: number
}

class Backfill {
  readonly #job: Job
  readonly #lanes: Lanes
  readonly #change = new Changes()
  readonly #underWay = { bodies: 0, characters: 0 }
  #failure: { readonly error: unknown } | undefined
  #isStopped = false

  constructor(job: Job) {
    this.#job = job
    const { concurrency: count, delivery, rate, time } = job
    const onFailure = (error: unknown) => this.stop({ error })
    this.#lanes = new Lanes({
      ...{ count, delivery, onFailure },
      pace: createPace(rate, time),
      batch: Math.min(batch, rate),
      gather: () => time.sleep(gatherMs),
    })
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
    const { counts, onProgress } = this.#job
    const onBytes = (bytes: number) => {
      counts.read += bytes
    }
    for await (const item of input.items(onBytes)) {
      if (ledger.isDone(file, item.line)) {
        counts.lines += 1
        counts.earlier += 1
      } else await this.#begin(file, item, ledger)
      onProgress()
      if (this.#isStopped) return
    }
  }

  async #begin(file: number, item: Item, ledger: Ledger): Promise<void> {
    const { text = '' } = item
    while (this.#isFull() && !this.#isStopped) await this.#change.next()
    const { calls, reasons } = await this.#make(item)
    if (this.#isStopped) return
    ledger.begin(file, item.line)
    this.#underWay.bodies += 1
    this.#underWay.characters += text.length
    const passage: Passage = { item, file, reasons, open: calls.length }
    if (calls.length === 0) this.#end(passage, ledger)
    for (const call of calls) await this.#lanes.add(call, (outcome) => this.#settle(call, outcome, passage, ledger))
  }

  #isFull(): boolean {
    return this.#underWay.bodies >= most.bodies || this.#underWay.characters >= most.characters
  }

  async #make({ text = '', problem, line }: Item): Promise<{ calls: readonly SegmentCall[]; reasons: string[] }> {
    const { functionRun, selection, counts } = this.#job
    const made = problem === undefined ? await functionRun.make(text) : { calls: [], reasons: [problem] }
    const { calls, outside, undated } = select(made.calls, selection)
    counts.outside += outside
    counts.undated += undated
    return { calls, reasons: isOwn(line, selection) ? [...made.reasons] : [] }
  }

  #settle(call: SegmentCall, outcome: DeliveryOutcome, passage: Passage, ledger: Ledger): void {
    if (outcome.kind === 'delivered') this.#job.counts.calls += 1
    else passage.reasons.push(`Segment refused the ${call.type} call: ${outcome.reason}`)
    passage.open -= 1
    if (passage.open === 0) this.#end(passage, ledger)
    this.#job.onProgress()
  }

  #end({ item, file, reasons }: Passage, ledger: Ledger): void {
    const { counts, isStrict, inputs } = this.#job
    this.#underWay.bodies -= 1
    this.#underWay.characters -= item.text?.length ?? 0
    this.#change.notify()
    counts.lines += 1
    const reason = reasons.length === 0 ? undefined : reasons.join('; ')
    if (reason !== undefined) counts.rejected += 1
    if (reason === undefined || !isStrict) ledger.end(file, item, reason)
    else this.stop({ error: new UserError(`${inputs[file]?.name}:${item.line}: ${reason}`) })
  }
}
