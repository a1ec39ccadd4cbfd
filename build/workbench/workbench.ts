import type { Remedy } from '../inspection'
import type { FunctionSettings } from '../runtime'
import { UserError } from '../system/errors'
import type { LocalFunction } from './local-function'
import type { BuildState, DetailedRequest, RequestSummary } from './protocol'
import { again } from './rebuild'
import { RequestLog } from './request-log'
import { inspectInOrder, type RequestOutcome, runAndExplain } from './run-and-explain'
import { type KeptRequest, shownRequest } from './shown-request'

/** A request and its result. */
export interface Kept {
  readonly id: number
  readonly receivedAt: string
  readonly via: RequestSummary['via']
  readonly request: KeptRequest
  readonly outcome: RequestOutcome
}

export interface WorkbenchOptions {
  readonly build: () => Promise<LocalFunction>
  /** Settings beside those of the configuration. Null unsets one of them. */
  readonly settings: FunctionSettings
  /** The time of receipt. */
  readonly now: () => Date
}

/** A change that listeners are notified of. */
export type Update = { readonly kind: 'request'; readonly kept: Kept } | { readonly kind: 'state' }

const mostRequests = 500

/** The requests and their results, with the current function and settings. */
export class Workbench {
  readonly #options: WorkbenchOptions
  readonly #log = new RequestLog<Kept>(mostRequests)
  readonly #listeners = new Set<(update: Update) => void>()
  #function: LocalFunction
  #build: BuildState
  #settings: FunctionSettings
  /** Rebuilds the function. When the build fails, the previous function stays in use. */
  readonly rebuild = again(() => this.#rebuild())

  /** @throws UserError when the function cannot be built. */
  static async start(options: WorkbenchOptions): Promise<Workbench> {
    const started = performance.now()
    const first = await options.build()
    return new Workbench(options, first, { number: 1, problem: null, ms: since(started) })
  }

  private constructor(options: WorkbenchOptions, first: LocalFunction, build: BuildState) {
    this.#options = options
    this.#function = first
    this.#build = build
    this.#settings = options.settings
  }

  /** Those of the configuration, and what was set here. */
  get settings(): FunctionSettings {
    const entries = Object.entries({ ...this.#function.settings, ...this.#settings })
    return Object.fromEntries(entries.filter(([, value]) => value !== null))
  }

  get buildState(): BuildState {
    return this.#build
  }

  /** The event names of the current function. */
  get eventNames(): readonly string[] {
    return this.#function.eventNames
  }

  all(): Kept[] {
    return this.#log.all()
  }

  find(id: number): Kept | undefined {
    return this.#log.find(id)
  }

  /** Runs a request and keeps it. */
  async receive(request: KeptRequest, via: RequestSummary['via']): Promise<Kept> {
    const receivedAt = this.#options.now().toISOString()
    const id = this.#log.nextId()
    const outcome = await runAndExplain(this.#function, request, this.settings)
    return this.#keep({ id, receivedAt, via, request, outcome })
  }

  /** Runs a kept request again, after a change of the function or the settings. */
  async refresh(kept: Kept): Promise<Kept> {
    return this.#keep({ ...kept, outcome: await runAndExplain(this.#function, kept.request, this.settings) })
  }

  /** Changes settings, and runs failed requests again. Null unsets a setting. */
  async set(changes: FunctionSettings): Promise<void> {
    this.#settings = { ...this.#settings, ...changes }
    this.announceState()
    await this.#refreshFailed()
  }

  /** What to do about what a kept request tells. */
  remediesFor({ request, receivedAt, outcome: { inspection } }: Kept): Promise<Remedy[]> {
    const received = { ...request, receivedAt: Date.parse(receivedAt) }
    return inspectInOrder(async () =>
      inspection === null ? [] : this.#function.remediesFor(received, inspection, this.settings),
    )
  }

  /** Notifies listeners of a change apart from the requests. */
  announceState(): void {
    this.#notify({ kind: 'state' })
  }

  /** Adds a listener. Returns a function that removes it. */
  listen(listener: (update: Update) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): Promise<void> {
    return this.#function.runtime.close()
  }

  #keep(kept: Kept): Kept {
    this.#log.keep(kept)
    this.#notify({ kind: 'request', kept })
    return kept
  }

  async #rebuild(): Promise<void> {
    const started = performance.now()
    const number = this.#build.number + 1
    try {
      const before = this.#function
      this.#function = await this.#options.build()
      this.#build = { number, problem: null, ms: since(started) }
      void before.runtime.close()
    } catch (error) {
      this.#build = { number, problem: problemOf(error), ms: since(started) }
    }
    this.announceState()
    if (this.#build.problem === null) await this.#refreshFailed()
  }

  async #refreshFailed(): Promise<void> {
    for (const kept of this.all()) if (kept.outcome.status !== 'ok') await this.refresh(kept)
  }

  #notify(update: Update): void {
    for (const listener of this.#listeners) listener(update)
  }
}

export function summaryOf({ id, receivedAt, via, outcome }: Kept): RequestSummary {
  const { events, guest, status, httpStatus, calls, warnings } = outcome
  return { id, receivedAt, via, events, guest, status, httpStatus, calls, warnings }
}

export function detailOf(kept: Kept, remedies: readonly Remedy[]): DetailedRequest {
  return { ...kept.outcome, ...summaryOf(kept), request: shownRequest(kept.request), remedies }
}

/** The message of a user's mistake, or the stack of any other error. */
function problemOf(error: unknown): string {
  if (error instanceof UserError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function since(started: number): number {
  return Math.round(performance.now() - started)
}
