import type { Remedy } from '../inspection'
import type { FunctionSettings } from '../runtime'
import { UserError } from '../system/errors'
import { hasFailed, type Kept } from './kept'
import type { LocalFunction } from './local-function'
import type { BuildState, RequestSummary } from './protocol'
import { again } from './rebuild'
import { RequestLog } from './request-log'
import { inspectInOrder, runAndExplain } from './run-and-explain'
import type { KeptRequest } from './shown-request'

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
  /** Runs every request again of which something was rejected, the newest first: a change may have mended it. */
  readonly refreshFailed = again(() => this.#refreshFailed())
  #isClosed = false

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
    return withoutNull({ ...this.#function.settings, ...this.#settings })
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

  /** Why the function would reject every request after these changes of settings, one line each. */
  settingsProblems(changes: FunctionSettings): readonly string[] {
    return this.#function.settingsProblems(withoutNull({ ...this.settings, ...changes }))
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

  /** Changes settings, and then runs failed requests again. Null unsets a setting. */
  set(changes: FunctionSettings): void {
    this.#settings = { ...this.#settings, ...changes }
    this.announceState()
    void this.refreshFailed()
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
    this.#isClosed = true
    return this.#function.runtime.close()
  }

  #keep(kept: Kept): Kept {
    this.#log.keep(kept)
    this.#notify({ kind: 'request', kept })
    return kept
  }

  /** A newer function begins anew, so this ends. */
  async #refreshFailed(): Promise<void> {
    const current = this.#function
    for (const kept of this.all().filter(hasFailed)) {
      if (this.#isClosed || this.#function !== current) return
      await this.refresh(kept)
    }
  }

  async #rebuild(): Promise<void> {
    const started = performance.now()
    const number = this.#build.number + 1
    try {
      const before = this.#function
      this.#function = await this.#options.build()
      this.#build = { number, problem: null, ms: since(started) }
      void before.runtime.close()
      void this.refreshFailed()
    } catch (error) {
      this.#build = { number, problem: problemOf(error), ms: since(started) }
    }
    this.announceState()
  }

  #notify(update: Update): void {
    for (const listener of this.#listeners) listener(update)
  }
}

/** Null unsets a setting. */
function withoutNull(settings: FunctionSettings): FunctionSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null))
}

/** The message of a user's mistake, or the stack of any other error. */
function problemOf(error: unknown): string {
  if (error instanceof UserError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function since(started: number): number {
  return Math.round(performance.now() - started)
}
