import type { Input } from '../bodies/input'
import type { Item } from '../bodies/item'
import { workAhead } from './ahead'
import type { Checkpoint } from './checkpoint'
import type { Counts } from './counts'
import { DoneLines } from './done-lines'
import type { FunctionPool } from './function-pool'
import type { Made } from './made'

export interface DryJob {
  readonly inputs: readonly Input[]
  /** What an earlier run did. It is not counted. */
  readonly done?: Checkpoint
  readonly functionPool: Pick<FunctionPool, 'make' | 'threads'>
  readonly counts: Counts
  readonly signal: AbortSignal
  readonly onProgress: () => void
}

/** Runs bodies through the function, counts what would be sent, and sends nothing. */
export async function dryRun(job: DryJob): Promise<void> {
  for (const [index, input] of job.inputs.entries()) {
    await readInput(input, new DoneLines(job.done?.files[index]?.done), job)
    if (job.signal.aborted) return
  }
}

async function readInput(input: Input, done: DoneLines, job: DryJob): Promise<void> {
  const { counts, functionPool, signal, onProgress } = job
  const onBytes = (bytes: number) => {
    counts.read += bytes
  }
  const make = async (all: readonly Item[]) => {
    const items = all.filter((item) => !done.has(item))
    return { items, made: await functionPool.make(items) }
  }
  for await (const { items, made } of workAhead(input.items(onBytes), functionPool.threads + 1, make)) {
    for (const [index, one] of made.entries()) count(one, `${input.name}:${items[index]?.line}`, counts)
    onProgress()
    if (signal.aborted) return
  }
}

function count(made: Made, place: string, counts: Counts): void {
  const { figures } = counts
  for (const call of made.calls) {
    figures.addCall(call)
    figures.addGuest(call)
  }
  figures.addUnreadable(made)
  counts.lines += 1
  counts.calls += made.calls.length
  counts.outside += made.outside
  counts.undated += made.undated
  if (made.reasons.length === 0) return
  counts.rejected += 1
  figures.addRejection(made.reasons, place)
}
