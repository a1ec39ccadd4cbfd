// Runs in the worker threads that function-pool.ts starts. It gets several bodies at a time.
import { parentPort, workerData } from 'node:worker_threads'
import type { Item } from '../bodies/item'
import { createBodyRun } from './body-run'
import type { Made } from './made'
import { packed } from './packed'

const run = createBodyRun(workerData)

async function answer(items: readonly Item[]): Promise<void> {
  const made: Made[] = []
  for (const item of items) made.push(await run(item))
  const message = packed(made)
  parentPort?.postMessage(message, [message.json.buffer])
}

// Also unhandled rejections.
process.on('uncaughtException', () => process.exit(1))
parentPort?.on('message', answer)
parentPort?.postMessage('ready')
