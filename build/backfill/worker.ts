// Runs in the worker threads that function-pool.ts starts. It gets several bodies at a time.
import { parentPort, workerData } from 'node:worker_threads'
import type { Item } from '../bodies/item'
import type { BodyResult } from './body-result'
import { createBodyRun } from './body-run'
import { packed } from './packed'

const run = createBodyRun(workerData)

async function answer(items: readonly Item[]): Promise<void> {
  const results: BodyResult[] = []
  for (const item of items) results.push(await run(item))
  const message = packed(results)
  parentPort?.postMessage(message, [message.json.buffer])
}

// Also unhandled rejections.
process.on('uncaughtException', () => process.exit(1))
parentPort?.on('message', answer)
parentPort?.postMessage('ready')
