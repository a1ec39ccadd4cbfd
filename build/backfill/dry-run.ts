import type { SegmentCall } from '../runtime'
import type { Counts } from './counts'
import type { FunctionRun } from './function-run'
import { guestOf, hashOf } from './guest'
import type { Input } from './input'
import type { Item } from './item'
import { isOwn, type Selection, select } from './select'

export interface DryJob {
  readonly inputs: readonly Input[]
  readonly selection: Selection
  readonly functionRun: Pick<FunctionRun, 'make'>
  readonly counts: Counts
  readonly signal: AbortSignal
  readonly onProgress: () => void
}

/** The calls that a backfill would send. */
export interface Findings {
  /** The number of calls per track event, and of `identify`. */
  readonly events: ReadonlyMap<string, number>
  /** Calls with a user id. The others have an anonymous id. */
  readonly known: number
  /** Different guests. Not exact when there are more than the limit. */
  readonly guests: { readonly count: number; readonly exact: boolean }
  readonly earliest: string | undefined
  readonly latest: string | undefined
  /** The size of the calls as JSON. */
  readonly bytes: number
  /** The first rejections with their places. */
  readonly rejections: readonly string[]
}

const shownRejections = 10
/** A guest takes about 40 bytes, so this number fits into the memory of `npm run backfill`. */
const usualGuests = 1_000_000

/** Runs bodies through the function and sends nothing. */
export async function dryRun(job: DryJob): Promise<Findings> {
  const findings = new Tally()
  for (const input of job.inputs) await readInput(input, job, findings)
  return findings
}

async function readInput(input: Input, job: DryJob, findings: Tally): Promise<void> {
  const { counts, signal, onProgress } = job
  const onBytes = (bytes: number) => {
    counts.read += bytes
  }
  for await (const item of input.items(onBytes)) {
    await readItem(item, input.name, job, findings)
    onProgress()
    if (signal.aborted) return
  }
}

async function readItem(item: Item, file: string, job: DryJob, findings: Tally): Promise<void> {
  const { functionRun, selection, counts } = job
  const { text = '', problem, line } = item
  const made = problem === undefined ? await functionRun.make(text) : { calls: [], reasons: [problem] }
  const { calls, outside, undated } = select(made.calls, selection)
  for (const call of calls) findings.add(call)
  counts.lines += 1
  counts.calls += calls.length
  counts.outside += outside
  counts.undated += undated
  if (made.reasons.length === 0 || !isOwn(line, selection)) return
  counts.rejected += 1
  if (findings.rejections.length < shownRejections)
    findings.rejections.push(`${file}:${line}: ${made.reasons.join('; ')}`)
}

/** Counts the calls of a dry run. */
export class Tally implements Findings {
  readonly events = new Map<string, number>()
  readonly #guests = new Set<number>()
  readonly rejections: string[] = []
  known = 0
  earliest: string | undefined
  latest: string | undefined
  bytes = 0
  readonly #mostGuests: number
  #hasMore = false

  constructor(mostGuests = usualGuests) {
    this.#mostGuests = mostGuests
  }

  get guests(): Findings['guests'] {
    return { count: this.#guests.size, exact: !this.#hasMore }
  }

  add(call: SegmentCall): void {
    const { type, event, userId, timestamp } = call
    const name = typeof event === 'string' ? event : type
    this.events.set(name, (this.events.get(name) ?? 0) + 1)
    this.#addGuest(hashOf(guestOf(call)))
    if (userId !== undefined) this.known += 1
    this.bytes += Buffer.byteLength(JSON.stringify(call))
    if (typeof timestamp === 'string') this.#addTime(timestamp)
  }

  #addGuest(guest: number): void {
    if (this.#guests.size < this.#mostGuests) this.#guests.add(guest)
    else this.#hasMore ||= !this.#guests.has(guest)
  }

  /** All times have the same format, so comparing the texts compares the times. */
  #addTime(time: string): void {
    if (this.earliest === undefined || time < this.earliest) this.earliest = time
    if (this.latest === undefined || time > this.latest) this.latest = time
  }
}
