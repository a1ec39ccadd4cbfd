// Runs in the worker thread that function-process.ts starts. It gets one request at a time.
import { parentPort, workerData } from 'node:worker_threads'
import { createAttempt } from './attempt'
import type { Posted, WorkerRequest } from './protocol'
import { describeThrown } from './thrown'

const attempt = createAttempt<string>({
  ...workerData,
  log: (line) => post({ kind: 'log', line }),
  take: (message) => JSON.stringify(message),
})

function post(message: Posted): void {
  parentPort?.postMessage(message)
}

async function answer(delivery: WorkerRequest): Promise<void> {
  const posted = await attempt(delivery)
  // A rejected promise that nobody awaits ends a Lambda process. Wait a turn so that it ends this request, not the
  // next.
  setImmediate(() => post(posted))
}

// This event also receives unhandled rejections.
process.on('uncaughtException', (thrown) => {
  post({ kind: 'crashed', error: describeThrown(thrown), calls: [], ms: 0 })
  process.exit(1)
})
parentPort?.on('message', answer)
post({ kind: 'ready' })
