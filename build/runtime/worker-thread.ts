import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import { Worker, type WorkerOptions } from 'node:worker_threads'
import type { Failure } from './receipt'
import { describeThrown } from './thrown'

/** How a worker's work on one message ended. */
export type Ending<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'timeout'; readonly limitMs: number; readonly ms: number }
  | { readonly kind: 'crashed'; readonly error: Failure; readonly ms: number }

export interface WorkerThreadOptions<Posted, Answer extends Posted> {
  /** The script. It posts one message when it is ready. */
  readonly source: () => Promise<string>
  /** The start data. */
  readonly data: unknown
  readonly resourceLimits?: NonNullable<WorkerOptions['resourceLimits']>
  /** Whether a posted message is the answer. The others are given to `aside`. */
  readonly isAnswer: (posted: Posted) => posted is Answer
}

/** A long-lived worker thread, which can be interrupted. It gets one message at a time. */
export class WorkerThread<Sent, Posted, Answer extends Posted = Posted> {
  readonly #options: WorkerThreadOptions<Posted, Answer>
  #worker: Worker | undefined

  /** Does not start the worker yet. */
  constructor(options: WorkerThreadOptions<Posted, Answer>) {
    this.#options = options
  }

  /**
   * Gives the worker a message and waits for the answer, without a limit perhaps forever. A worker that times out or
   * crashes is ended, and the next message starts a new one.
   */
  async run(
    message: Sent,
    limitMs?: number,
    aside: (posted: Posted) => void = () => undefined,
  ): Promise<Ending<Answer>> {
    const worker = await this.#warmWorker()
    // An idle worker must not keep the program alive, but one with work to do must.
    worker.ref()
    const ending = await this.#exchange(worker, message, limitMs, aside)
    worker.unref()
    if (ending.kind !== 'answered') await this.end()
    return ending
  }

  /** Ends the worker at once. */
  async end(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }

  async #warmWorker(): Promise<Worker> {
    if (this.#worker) return this.#worker
    const worker = await this.#start()
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined
    })
    this.#worker = worker
    return worker
  }

  async #start(): Promise<Worker> {
    const { source, data, resourceLimits = {} } = this.#options
    // Without empty flags and environment, every worker would load tsx.
    const options = { eval: true, workerData: data, execArgv: [], env: {}, resourceLimits }
    const worker = new Worker(await source(), options)
    await once(worker, 'message')
    // Ignores the errors of an idle worker. Without a listener they would end the program.
    worker.on('error', () => undefined)
    return worker
  }

  #exchange(
    worker: Worker,
    message: Sent,
    limitMs: number | undefined,
    aside: (posted: Posted) => void,
  ): Promise<Ending<Answer>> {
    const { isAnswer } = this.#options
    return new Promise((resolve) => {
      const started = performance.now()
      const elapsed = () => performance.now() - started
      const crash = (error: Failure) => settle({ kind: 'crashed', error, ms: elapsed() })

      const onMessage = (posted: Posted) => {
        if (isAnswer(posted)) settle({ kind: 'answered', answer: posted })
        else aside(posted)
      }
      const onError = (thrown: unknown) => crash(describeThrown(thrown))
      const onExit = () => crash({ name: 'Error', message: 'the process ended before it answered' })
      const timer =
        limitMs !== undefined
          ? setTimeout(() => settle({ kind: 'timeout', limitMs, ms: elapsed() }), limitMs)
          : undefined

      function settle(ending: Ending<Answer>): void {
        clearTimeout(timer)
        worker.off('message', onMessage).off('error', onError).off('exit', onExit)
        resolve(ending)
      }

      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      worker.postMessage(message)
    })
  }
}
