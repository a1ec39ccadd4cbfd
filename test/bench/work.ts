import { createHash } from 'node:crypto'
import { alphabetize } from '../../build/runtime/alphabetize'
import { loadFunction } from '../../build/runtime/load-function'
import { createGlobals } from '../../build/runtime/sandbox'
import { floor, mappingKit } from './lean-function'
import { plainHandler } from './plain-handler'

/** One body, ready for repeated handling in each way. */
export interface Work {
  /** The tracked name of its first event. */
  readonly event: string
  /** A whole request, from parsing its text to the last call. */
  request(): Promise<unknown>
  /** The work that every function must do: parse the text, write the calls, compute one SHA-256 of the text. */
  unavoidable(): unknown
  floor(): unknown
  mappingKit(): unknown
  /** What a team writes by hand. */
  handler(): unknown
  parse(): unknown
}

export const ways = ['request', 'unavoidable', 'floor', 'mappingKit', 'handler', 'parse'] as const

interface Recorded {
  readonly event?: string
}

/** Prepares a body. Undefined when it gives no calls. */
export type Prepare = (body: string) => Promise<Work | undefined>

/** Loads a built function into a context like the runtime's, but in this process and without the runtime's overhead. */
export function loadMeasured(code: string): Prepare {
  const calls: Recorded[] = []
  const record = (call: Recorded) => calls.push(call)
  const Segment = Object.fromEntries(['track', 'identify', 'set'].map((name) => [name, record]))
  const { onRequest, parse } = loadFunction(code, createGlobals({ Segment, cache: {}, console: silent }))
  return async (body) => {
    // A deployed function gets the keys in this order.
    const text = alphabetize(body)
    // Parses again each time: the engine is faster with objects that it has seen before.
    const webhook = { url, headers, text: () => text, json: () => parse(text) }
    const request = async () => {
      calls.length = 0
      return onRequest(webhook, {})
    }
    await request().catch(() => undefined)
    const emitted = calls.splice(0)
    if (emitted.length === 0) return undefined
    return {
      event: emitted.find(({ event }) => event !== undefined)?.event ?? '',
      request,
      unavoidable: () => [parse(text), JSON.stringify(emitted), createHash('sha256').update(text).digest('hex')],
      floor: () => floor(text, parse(text)),
      mappingKit: () => mappingKit(text, parse(text)),
      handler: () => plainHandler(parse(text)),
      parse: () => parse(text),
    }
  }
}

const url = new URL('https://functions.localhost/')
const headers = new Headers({ 'content-type': 'application/json' })
const silent = { log() {}, info() {}, warn() {}, error() {}, debug() {} }
