import { createConsole } from '../runtime/console'
import { createIngest } from '../runtime/ingest'
import { loadFunction } from '../runtime/load-function'
import type { Failure, Receipt } from '../runtime/receipt'
import { rulesWith } from '../runtime/rules'
import { createGlobals } from '../runtime/sandbox'
import { createSegment } from '../runtime/segment'
import { ServerRequest } from '../runtime/server-request'
import { describeThrown } from '../runtime/thrown'
import { readWebhook, type WebhookRequest } from '../runtime/webhook'
import { type FormBodies, workerRequestOf } from '../runtime/worker-request'

/** A request, with the settings of the source that gets it. */
export interface TriedRequest extends WebhookRequest {
  readonly settings: object
  readonly formBodies: FormBodies
}

/** What became of one request. */
export interface Attempt extends Pick<Receipt, 'calls' | 'discarded'> {
  readonly error: Failure | null
  /** What was written to the console. */
  readonly lines: readonly string[]
  /** What `request.json()` gave, as JSON, before and after; undefined when it threw. */
  readonly body: string | undefined
  readonly bodyAfter: string | undefined
}

/** Has a built function handle one request. */
export type TriedFunction = (request: TriedRequest) => Promise<Attempt>

/**
 * Evaluates a script in a context such as the runtime's, with its rules, but in this process: a worker that can be
 * interrupted takes many times longer. Keys stay in the order in which they are sent, calls of a request that throws are
 * shown, and so are calls that were made before.
 */
export function loadTried(code: string): TriedFunction {
  const rules = rulesWith({ alphabetizedKeys: false, deduplication: false })
  const lines: string[] = []
  const segment = createSegment(rules)
  const console = createConsole(({ text }) => lines.push(text))
  const { onRequest, parse } = loadFunction(code, createGlobals({ Segment: segment.global, cache: {}, console }))
  const ingest = createIngest(rules, () => 0)
  return async ({ settings, formBodies, ...webhook }) => {
    const delivery = workerRequestOf(readWebhook(webhook), settings, rules, formBodies)
    const request = new ServerRequest(delivery, parse)
    const body = writtenBody(request)
    const error = await failureOf(async () => onRequest(request, parse(delivery.settings)))
    const bodyAfter = writtenBody(request)
    return { error, ...ingest(segment.take()), lines: lines.splice(0), body, bodyAfter }
  }
}

async function failureOf(work: () => Promise<unknown>): Promise<Failure | null> {
  try {
    await work()
    return null
  } catch (thrown) {
    return describeThrown(thrown)
  }
}

function writtenBody(request: ServerRequest): string | undefined {
  try {
    return JSON.stringify(request.json())
  } catch {
    return undefined
  }
}
