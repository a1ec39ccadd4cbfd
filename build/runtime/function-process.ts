import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import type { Answer, Posted, Setup, WorkerRequest } from './protocol'
import type { Failure, LogLine } from './receipt'
import { describeThrown } from './thrown'
import { workerSource } from './worker-source'

/** Imitates the long-lived process of a function with a worker thread, which can be interrupted. */
export class FunctionProcess {
  readonly #setup: Setup
  #worker: Worker | undefined

  /** Does not start the worker yet. */
  constructor(setup: Setup) {
    this.#setup = setup
  }

  /**
   * Runs one request. Without a limit it may run forever. A worker that times out or crashes is ended, and the next
   * request starts a new one.
   */
  async run(delivery: WorkerRequest, limitMs: number | undefined, log: (line: LogLine) => void): Promise<Answer> {
    const worker = await this.#warmWorker()
    // An idle worker must not keep the program alive, but one with work to do must.
    worker.ref()
    const answer = await exchange(worker, delivery, limitMs, log)
    worker.unref()
    if (answer.kind === 'timeout' || answer.kind === 'crashed') await this.end()
    return answer
  }

  /** Ends the worker at once. */
  async end(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }

  async #warmWorker(): Promise<Worker> {
    if (this.#worker) return this.#worker
    const worker = await startWorker(this.#setup)
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined
    })
    this.#worker = worker
    return worker
  }
}

async function startWorker(setup: Setup): Promise<Worker> {
  // Without empty flags and environment, every worker would load tsx.
  const worker = new Worker(await workerSource(), { eval: true, workerData: setup, execArgv: [], env: {} })
  await once(worker, 'message')
  // Ignores the errors of an idle worker. Without a listener they would end the program.
  worker.on('error', () => undefined)
  return worker
}

function exchange(
  worker: Worker,
  delivery: WorkerRequest,
  limitMs: number | undefined,
  log: (line: LogLine) => void,
): Promise<Answer> {
  return new Promise((resolve) => {
    const started = performance.now()
    const elapsed = () => performance.now() - started
    const crash = (error: Failure) => settle({ kind: 'crashed', error, calls: [], ms: elapsed() })

    const onMessage = (posted: Posted) => {
      if (posted.kind === 'log') log(posted.line)
      else if (posted.kind !== 'ready') settle(posted)
    }
    const onError = (thrown: unknown) => crash(describeThrown(thrown))
    const onExit = () => crash({ name: 'Error', message: 'the process ended before it answered' })
    const timer =
      limitMs !== undefined
        ? setTimeout(() => settle({ kind: 'timeout', limitMs, calls: [], ms: elapsed() }), limitMs)
        : undefined

    function settle(answer: Answer): void {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      resolve(answer)
    }

    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(delivery)
  })
}
