import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { Item } from '../bodies/item'
import { bundleWorker } from '../runtime/bundle-worker'
import { limits } from '../runtime/limits'
import { type Ending, WorkerThread } from '../runtime/worker-thread'
import { type BodyResult, bodyResultOf } from './body-result'
import type { BodyRunSetup } from './body-run'
import { type Packed, unpacked } from './packed'

/** A built function that runs in several threads. */
export interface FunctionPool {
  /** How many lists of bodies may run at the same time. */
  readonly threads: number
  /** The result of each body, in the same order. */
  run(items: readonly Item[]): Promise<readonly BodyResult[]>
  close(): Promise<void>
}

/** One for each core. Each takes about 25 MB. */
const mostThreads = 4
/** The function keeps nothing from one body to the next, so a small young generation is enough. */
const resourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 2 }

/** Starts a built function. Each thread gets several bodies at a time, because each message costs more than a body. */
export function startFunction(setup: BodyRunSetup): FunctionPool {
  let script: Promise<string> | undefined
  const source = () => {
    script ??= bundleWorker(path.join(__dirname, 'worker.ts'))
    return script
  }
  const threads = Array.from({ length: Math.min(availableParallelism(), mostThreads) }, () => {
    return new WorkerThread<readonly Item[], Packed>({ source, data: setup, resourceLimits, isAnswer })
  })
  const idle = [...threads]
  const waiting: ((thread: Thread) => void)[] = []

  async function using<T>(work: (thread: Thread) => Promise<T>): Promise<T> {
    const thread = idle.pop() ?? (await new Promise<Thread>((resolve) => waiting.push(resolve)))
    try {
      return await work(thread)
    } finally {
      const next = waiting.shift()
      if (next === undefined) idle.push(thread)
      else next(thread)
    }
  }

  return {
    threads: threads.length,
    run: (items) => using((thread) => run(thread, items, setup)),
    async close() {
      await Promise.all(threads.map((thread) => thread.end()))
    },
  }
}

type Thread = WorkerThread<readonly Item[], Packed>

function isAnswer(posted: Packed): posted is Packed {
  return 'json' in posted
}

/** When a list of bodies takes too long or ends the thread, each of them runs alone, so that only one is rejected. */
async function run(thread: Thread, items: readonly Item[], setup: BodyRunSetup): Promise<readonly BodyResult[]> {
  const ending = await thread.run(items, limits.requestMs)
  if (ending.kind === 'answered') return unpacked(ending.answer)
  const [first, ...others] = items
  if (first === undefined || others.length === 0) return items.map((item) => failed(item, ending, setup))
  const results: BodyResult[] = []
  for (const item of items) results.push(...(await run(thread, [item], setup)))
  return results
}

function failed({ line }: Item, ending: Ending<unknown>, { rules }: BodyRunSetup): BodyResult {
  const reason =
    ending.kind === 'timeout'
      ? `the function did not finish after ${ending.limitMs} ms`
      : 'the function ended its process; run the body with npm run simulate'
  return bodyResultOf({ calls: [], reasons: [reason], unreadable: [] }, line, rules)
}
