import type { Failure, LogLine } from './receipt'
import type { Rules } from './rules'

/** What a worker is started with. */
export interface Setup {
  code: string
  rules: Rules
}

/** A request on its way into the worker. Text throughout, so that its values come to life in the function's realm. */
export interface WorkerRequest {
  url: string
  headers: Record<string, string>
  /** What `request.json()` parses. */
  json: string
  /** What `request.text()` returns. */
  text: string
  /** The settings as JSON. */
  settings: string
}

/** The function returned; `calls` are its messages as JSON texts. */
interface Done {
  kind: 'done'
  calls: string[]
  ms: number
}

/** `thrown` by onRequest; `invalid` when the script did not evaluate; `crashed` by something that nobody awaited. */
interface Failed {
  kind: 'thrown' | 'invalid' | 'crashed'
  error: Failure
  calls: string[]
  ms: number
}

/** Only the main thread can tell. */
interface TimedOut {
  kind: 'timeout'
  limitMs: number
  calls: string[]
  ms: number
}

/** How one attempt ended. */
export type Answer = Done | Failed | TimedOut

/** What a worker posts: first that it is ready, then console lines as they are written, and one answer a request. */
export type Posted = { kind: 'ready' } | { kind: 'log'; line: LogLine } | Done | Failed
