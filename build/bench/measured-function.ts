import { createHash } from 'node:crypto'
import { alphabetize } from '../runtime/alphabetize'
import { type LoadedFunction, loadFunction } from '../runtime/load-function'
import { createGlobals } from '../runtime/sandbox'

/** A built function in a context such as the runtime's, but in this process and with next to nothing around it. */
export interface MeasuredFunction {
  /** Gets a body ready to be handled over and over; undefined when it gives no calls. */
  prepare(text: string): Promise<Work | undefined>
}

/** The same body handled in three ways. */
export interface Work {
  /** A whole request, from parsing its text to the last call. */
  request(): Promise<unknown>
  /** What no function could leave out: parsing the text, writing the calls and one SHA-256 of the text. */
  unavoidable(): unknown
  parse(): unknown
}

/** Evaluates a script and records what it emits. */
export function loadMeasured(code: string): MeasuredFunction {
  const calls: unknown[] = []
  const loaded = loadFunction(code, createGlobals({ Segment: recorder(calls), cache: {}, console: silent }))
  return {
    async prepare(body) {
      // The keys in the order in which a deployed function gets them.
      const text = alphabetize(body)
      const work = workOf(text, loaded, calls)
      await work.request().catch(() => undefined)
      const emitted = calls.splice(0)
      return emitted.length === 0 ? undefined : { ...work, unavoidable: unavoidable(text, loaded, emitted) }
    },
  }
}

type Measurable = Pick<Work, 'request' | 'parse'>

function workOf(text: string, { onRequest, parse }: LoadedFunction, calls: unknown[]): Measurable {
  const fixed = { url: new URL('https://functions.localhost/'), headers: jsonHeaders, text: () => text }
  // Parsing anew each time: objects that the engine has seen before would flatter the function.
  const request = { ...fixed, json: () => parse(text) }
  return {
    async request() {
      calls.length = 0
      return onRequest(request, settings)
    },
    parse: () => parse(text),
  }
}

function unavoidable(text: string, { parse }: LoadedFunction, calls: readonly unknown[]): () => unknown {
  return () => [parse(text), JSON.stringify(calls), createHash('sha256').update(text).digest('hex')]
}

const settings = {}
const jsonHeaders = new Headers({ 'content-type': 'application/json' })
const silent = { log() {}, info() {}, warn() {}, error() {}, debug() {} }

function recorder(calls: unknown[]): object {
  const record = (call: unknown) => calls.push(call)
  return { track: record, identify: record, group: record, page: record, screen: record, alias: record, set: record }
}
