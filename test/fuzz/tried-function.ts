import { createConsole } from '../../build/runtime/console'
import { createIngest } from '../../build/runtime/ingest'
import { loadFunction } from '../../build/runtime/load-function'
import type { Failure, Receipt } from '../../build/runtime/receipt'
import { rulesWith } from '../../build/runtime/rules'
import { createGlobals } from '../../build/runtime/sandbox'
import { createSegment } from '../../build/runtime/segment'
import { ServerRequest } from '../../build/runtime/server-request'
import { describeThrown } from '../../build/runtime/thrown'
import { readWebhook, type WebhookRequest } from '../../build/runtime/webhook'
import { type FormBodies, workerRequestOf } from '../../build/runtime/worker-request'

/** A request, with the settings of the source that gets it. */
export interface TriedRequest extends WebhookRequest {
  readonly settings: object
  readonly formBodies: FormBodies
}

/** The result of one request. */
export interface Attempt extends Pick<Receipt, 'calls' | 'discarded'> {
  readonly error: Failure | null
  /** The lines that the function logged. */
  readonly lines: readonly string[]
  /** The result of `request.json()` as JSON, before and after the run. Undefined when it threw. */
  readonly body: string | undefined
  readonly bodyAfter: string | undefined
}

/** Runs one request through a built function. */
export type TriedFunction = (request: TriedRequest) => Promise<Attempt>

/**
 * Loads a script into a context like the runtime's, but in this process: the runtime's worker, which can be
 * interrupted, is much slower. Keys keep their order. Calls are visible even when the request throws after them.
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
    return {
      error,
      ...ingest(segment.take().map((message) => JSON.stringify(message))),
      lines: lines.splice(0),
      body,
      bodyAfter,
    }
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
