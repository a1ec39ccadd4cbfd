import type { Answer, Posted, Setup, WorkerRequest } from './protocol'
import type { LogLine } from './receipt'
import { workerSource } from './worker-source'
import { WorkerThread } from './worker-thread'

type PostedAnswer = Exclude<Posted, { kind: 'log' | 'ready' }>

function isAnswer(posted: Posted): posted is PostedAnswer {
  return posted.kind !== 'log' && posted.kind !== 'ready'
}

/** Imitates the long-lived process of a function with a worker thread, which can be interrupted. */
export class FunctionProcess {
  readonly #thread: WorkerThread<WorkerRequest, Posted, PostedAnswer>

  /** Does not start the worker yet. */
  constructor(setup: Setup) {
    this.#thread = new WorkerThread({ source: workerSource, data: setup, isAnswer })
  }

  /**
   * Runs one request. Without a limit it may run forever. A worker that times out or crashes is ended, and the next
   * request starts a new one.
   */
  async run(delivery: WorkerRequest, limitMs: number | undefined, log: (line: LogLine) => void): Promise<Answer> {
    const ending = await this.#thread.run(delivery, limitMs, (posted) => posted.kind === 'log' && log(posted.line))
    if (ending.kind !== 'answered') return { ...ending, calls: [] }
    if (ending.answer.kind === 'crashed') await this.end()
    return ending.answer
  }

  /** Ends the worker at once. */
  end(): Promise<void> {
    return this.#thread.end()
  }
}
