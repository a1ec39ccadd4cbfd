// Runs in the worker thread that function-process.ts starts. It gets one request at a time.
import { performance } from 'node:perf_hooks'
import { parentPort, workerData } from 'node:worker_threads'
import { createCache } from './cache'
import { createConsole } from './console'
import { type LoadedFunction, loadFunction } from './load-function'
import type { Posted, Setup, WorkerRequest } from './protocol'
import { createGlobals } from './sandbox'
import { createSegment } from './segment'
import { ServerRequest } from './server-request'
import { describeThrown } from './thrown'

const { code, rules }: Setup = workerData
const segment = createSegment(rules)
const globals = {
  Segment: segment.global,
  cache: createCache(Date.now),
  console: createConsole((line) => post({ kind: 'log', line })),
}
let loaded: LoadedFunction | undefined

function post(message: Posted): void {
  parentPort?.postMessage(message)
}

/** When a script does not evaluate, the next request tries it again in a new context. */
function load(): LoadedFunction {
  loaded ??= loadFunction(code, createGlobals(globals))
  return loaded
}

async function run({ onRequest, parse }: LoadedFunction, delivery: WorkerRequest): Promise<void> {
  const revive = rules.functionRealm ? parse : JSON.parse
  await onRequest(new ServerRequest(delivery, revive), revive(delivery.settings))
}

async function attempt(delivery: WorkerRequest): Promise<Posted> {
  if (!rules.leakAfterThrow) segment.discard()
  let started = performance.now()
  const failed = (kind: 'invalid' | 'thrown', thrown: unknown): Posted => {
    const calls = rules.discardAfterThrow ? [] : segment.take()
    return { kind, error: describeThrown(thrown), calls, ms: performance.now() - started }
  }

  let current: LoadedFunction
  try {
    current = load()
  } catch (thrown) {
    return failed('invalid', thrown)
  }

  started = performance.now()
  try {
    await run(current, delivery)
    const ms = performance.now() - started
    return { kind: 'done', calls: segment.take(), ms }
  } catch (thrown) {
    return failed('thrown', thrown)
  }
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
