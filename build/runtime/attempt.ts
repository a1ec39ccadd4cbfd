import { performance } from 'node:perf_hooks'
import { createCache } from './cache'
import { createConsole } from './console'
import { type LoadedFunction, loadFunction } from './load-function'
import type { Setup, WorkerRequest } from './protocol'
import type { Failure, LogLine } from './receipt'
import { createGlobals } from './sandbox'
import { createSegment, type Message } from './segment'
import { ServerRequest } from './server-request'
import { describeThrown } from './thrown'

/** How one call of a function in this thread ended. `invalid`: the script did not evaluate. `thrown`: it threw. */
export type FunctionAttempt<Call> =
  | { readonly kind: 'done'; readonly calls: Call[]; readonly ms: number }
  | { readonly kind: 'invalid' | 'thrown'; readonly error: Failure; readonly calls: Call[]; readonly ms: number }

export interface AttemptOptions<Call> extends Setup {
  readonly log: (line: LogLine) => void
  /** What is taken of each message of the `Segment` global. */
  readonly take: (message: Message) => Call
}

/** Runs a function in this thread, one request after another. Nothing interrupts it. */
export function createAttempt<Call>(
  options: AttemptOptions<Call>,
): (request: WorkerRequest) => Promise<FunctionAttempt<Call>> {
  const { code, rules, log, take } = options
  const segment = createSegment(rules)
  const globals = { Segment: segment.global, cache: createCache(Date.now), console: createConsole(log) }
  let loaded: LoadedFunction | undefined

  async function run({ onRequest, parse }: LoadedFunction, request: WorkerRequest): Promise<void> {
    const revive = rules.functionRealm ? parse : JSON.parse
    await onRequest(new ServerRequest(request, revive), revive(request.settings))
  }

  return async (request) => {
    if (!rules.leakAfterThrow) segment.take()
    let started = performance.now()
    let kind: 'invalid' | 'thrown' = 'invalid'
    try {
      // When a script does not evaluate, the next request tries it again in a new context.
      loaded ??= loadFunction(code, createGlobals(globals))
      kind = 'thrown'
      started = performance.now()
      await run(loaded, request)
      const ms = performance.now() - started
      return { kind: 'done', calls: segment.take().map(take), ms }
    } catch (thrown) {
      const calls = rules.discardAfterThrow ? [] : segment.take().map(take)
      return { kind, error: describeThrown(thrown), calls, ms: performance.now() - started }
    }
  }
}
