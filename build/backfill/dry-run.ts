import type { Input } from '../bodies/input'
import type { Item } from '../bodies/item'
import { workAhead } from './ahead'
import type { BodyResult } from './body-result'
import type { Checkpoint } from './checkpoint'
import type { Counts } from './counts'
import { DoneLines } from './done-lines'
import type { FunctionPool } from './function-pool'

export interface DryJob {
  readonly inputs: readonly Input[]
  /** What an earlier run did. It is not counted. */
  readonly done?: Checkpoint
  readonly functionPool: Pick<FunctionPool, 'run' | 'threads'>
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
  const work = async (all: readonly Item[]) => {
    const items = all.filter((item) => !done.has(item))
    return { items, results: await functionPool.run(items) }
  }
  for await (const { items, results } of workAhead(input.items(onBytes), functionPool.threads + 1, work)) {
    for (const [index, one] of results.entries()) count(one, `${input.name}:${items[index]?.line}`, counts)
    onProgress()
    if (signal.aborted) return
  }
}

function count(result: BodyResult, place: string, counts: Counts): void {
  const { figures } = counts
  for (const call of result.calls) {
    figures.addCall(call)
    figures.addGuest(call)
  }
  figures.addUnreadable(result)
  counts.lines += 1
  counts.calls += result.calls.length
  counts.outside += result.outside
  counts.undated += result.undated
  if (result.reasons.length === 0) return
  counts.rejected += 1
  figures.addRejection(result.reasons, place)
}
