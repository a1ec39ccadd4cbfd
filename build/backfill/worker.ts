// Runs in the worker threads that function-pool.ts starts. It gets several bodies at a time.
import { parentPort, workerData } from 'node:worker_threads'
import type { Item } from '../bodies/item'
import { createBodyRun } from './body-run'
import type { Made } from './made'

const run = createBodyRun(workerData)

async function answer(items: readonly Item[]): Promise<void> {
  const made: Made[] = []
  for (const item of items) made.push(await run(item))
  parentPort?.postMessage(made)
}

// Also unhandled rejections.
process.on('uncaughtException', () => process.exit(1))
parentPort?.on('message', answer)
parentPort?.postMessage([])
