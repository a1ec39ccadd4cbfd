import { createHash } from 'node:crypto'
import { alphabetize } from '../runtime/alphabetize'
import { type LoadedFunction, loadFunction } from '../runtime/load-function'
import { createGlobals } from '../runtime/sandbox'
import { floor, mappingKit } from './lean-function'

/** A built function in a context such as the runtime's, but in this process and with next to nothing around it. */
export interface MeasuredFunction {
  /** Gets bodies ready to be handled over and over, one after the other; undefined for one that gives no calls. */
  prepare(texts: readonly string[]): Promise<(Work | undefined)[]>
}

/** The ways in which a body is handled, in the order in which they are told of. */
export const ways = ['request', 'unavoidable', 'floor', 'mappingKit', 'parse'] as const
export type Way = (typeof ways)[number]

/** One body, to be handled in every way. */
export interface Work extends Readonly<Record<Way, () => unknown>> {
  /** The name of its first event, as it is tracked. */
  readonly event: string
  /** A whole request, from parsing its text to the last call. */
  request(): Promise<unknown>
  /** What no function could leave out: parsing the text, writing the calls and one SHA-256 of the text. */
  unavoidable(): unknown
}

/** Evaluates a script and records what it emits. */
export function loadMeasured(code: string): MeasuredFunction {
  const calls: Recorded[] = []
  const loaded = loadFunction(code, createGlobals({ Segment: recorder(calls), cache: {}, console: silent }))
  const prepareOne = async (body: string): Promise<Work | undefined> => {
    // The keys in the order in which a deployed function gets them.
    const text = alphabetize(body)
    const request = requestOf(text, loaded, calls)
    await request().catch(() => undefined)
    const emitted = calls.splice(0)
    return emitted.length === 0 ? undefined : { request, ...yardsticks(text, loaded, emitted), event: eventOf(emitted) }
  }
  return {
    async prepare(texts) {
      const works: (Work | undefined)[] = []
      for (const text of texts) works.push(await prepareOne(text))
      return works
    },
  }
}

interface Recorded {
  readonly event?: string
}

function requestOf(text: string, { onRequest, parse }: LoadedFunction, calls: Recorded[]): Work['request'] {
  const fixed = { url: new URL('https://functions.localhost/'), headers: jsonHeaders, text: () => text }
  // Parsing anew each time: objects that the engine has seen before would flatter the function.
  const request = { ...fixed, json: () => parse(text) }
  return async () => {
    calls.length = 0
    return onRequest(request, settings)
  }
}

function yardsticks(
  text: string,
  { parse }: LoadedFunction,
  calls: readonly Recorded[],
): Omit<Work, 'request' | 'event'> {
  return {
    unavoidable: () => [parse(text), JSON.stringify(calls), createHash('sha256').update(text).digest('hex')],
    floor: () => floor(text, parse(text)),
    mappingKit: () => mappingKit(text, parse(text)),
    parse: () => parse(text),
  }
}

function eventOf(calls: readonly Recorded[]): string {
  return calls.find(({ event }) => event !== undefined)?.event ?? ''
}

const settings = {}
const jsonHeaders = new Headers({ 'content-type': 'application/json' })
const silent = { log() {}, info() {}, warn() {}, error() {}, debug() {} }

function recorder(calls: Recorded[]): object {
  const record = (call: Recorded) => calls.push(call)
  return { track: record, identify: record, group: record, page: record, screen: record, alias: record, set: record }
}
