import type { Failure, LogLine } from './receipt'
import type { Rules } from './rules'

/** The start data of a worker. */
export interface Setup {
  code: string
  rules: Rules
}

/** A request for the worker. It holds only text, so the function's realm parses the values. */
export interface WorkerRequest {
  url: string
  headers: Record<string, string>
  /** The text that `request.json()` parses. */
  json: string
  /** The text that `request.text()` returns. */
  text: string
  /** The settings as JSON. */
  settings: string
}

/** The function returned. `calls` holds its messages as JSON texts. */
interface Done {
  kind: 'done'
  calls: string[]
  ms: number
}

/** `thrown`: onRequest threw. `invalid`: the script did not evaluate. `crashed`: an error that nobody awaited. */
interface Failed {
  kind: 'thrown' | 'invalid' | 'crashed'
  error: Failure
  calls: string[]
  ms: number
}

/** Only the main thread detects this. */
interface TimedOut {
  kind: 'timeout'
  limitMs: number
  calls: string[]
  ms: number
}

/** How one attempt ended. */
export type Answer = Done | Failed | TimedOut

/** The messages of a worker: first `ready`, then console lines, and one answer per request. */
export type Posted = { kind: 'ready' } | { kind: 'log'; line: LogLine } | Done | Failed
