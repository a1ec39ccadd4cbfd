import { resultOf } from './attempt-result'
import { FunctionProcess } from './function-process'
import { inOrder } from './in-order'
import { createIngest } from './ingest'
import { limits } from './limits'
import type { Answer } from './protocol'
import type { LogLine, Receipt } from './receipt'
import { type Refusal, refusalOf } from './refusal'
import { type Rules, rulesWith } from './rules'
import { type ReadWebhook, readWebhook, type WebhookRequest } from './webhook'
import { type FormBodies, workerRequestOf } from './worker-request'

export type { DiscardReason } from './discard-reason'
export type { Failure, Json, LogLine, Receipt, SegmentCall, SegmentCallType, Status } from './receipt'
export type { RuleName, Rules } from './rules'
export type { WebhookRequest } from './webhook'
export type { FormBodies } from './worker-request'

/** The values of a source's settings, as the function gets them. */
export type FunctionSettings = Record<string, unknown>

/** How often a failed request may run, and the wait before each retry. */
export interface Retry {
  attempts: number
  /** Gets the number of the failed attempt, from 1. */
  wait: (attempt: number) => Promise<void>
}

/** Options that change how the runtime differs from Segment. */
export interface RuntimeOptions {
  /** The second argument of `onRequest`, unless `receive` gets other settings. Default: `{}`. */
  settings?: FunctionSettings
  /** The time limit of all requests, or of each one, in milliseconds. Default: 5000, as in Segment. */
  timeLimitMs?: number | ((request: WebhookRequest) => number)
  /** The clock for de-duplication, in milliseconds. */
  now?: () => number
  /** Default: one attempt. Segment's six attempts take up to an hour, too long for a terminal. */
  retry?: Retry
  /** Default: 'text'. */
  formBodies?: FormBodies
  /** The rules to turn on or off. */
  rules?: Partial<Rules>
}

/** One deployed function. */
export interface Runtime {
  /**
   * Runs one request after the earlier ones. `settings` replaces the settings of the options.
   * Returns a receipt whatever the function does. Rejects when the runtime is closed or the settings are not JSON.
   */
  receive(request: WebhookRequest, settings?: FunctionSettings): Promise<Receipt>
  /** Waits for the running requests, then ends the function's process. */
  close(): Promise<void>
}

const onceOnly: Retry = { attempts: 1, wait: async () => undefined }

/**
 * Runs a built script like Segment's Functions runtime (Source Functions, Functions environment), without a network.
 * The first request evaluates the script. The next requests reuse it.
 *
 * @example
 * const runtime = createRuntime(script)
 * const receipt = await runtime.receive({ body: '{"event":"Check-In"}' })
 * await runtime.close()
 */
export function createRuntime(code: string, options: RuntimeOptions = {}): Runtime {
  const rules = rulesWith(options.rules)
  const functionProcess = new FunctionProcess({ code, rules })
  const ingest = createIngest(rules, options.now ?? Date.now)
  const queue = inOrder()
  let closed = false

  async function handle(request: WebhookRequest, settings: FunctionSettings): Promise<Receipt> {
    const webhook = readOrRefuse(request, rules)
    if ('httpStatus' in webhook) return refused(webhook)
    const delivery = workerRequestOf(webhook, settings, rules, options.formBodies ?? 'text')
    const logs: LogLine[] = []
    const limitMs = rules.timeLimit ? timeLimitOf(request, options) : undefined
    const attempt = () => functionProcess.run(delivery, limitMs, (line) => logs.push(line))
    const { answer, attempts } = await retrying(attempt, options.retry ?? onceOnly)
    const { retried: _, ...outcome } = resultOf(answer)
    return { ...outcome, ...ingest(answer.calls), logs, attempts, ms: microseconds(answer.ms) }
  }

  return {
    async receive(request, settings = options.settings ?? {}) {
      if (closed) throw new Error('this runtime is closed')
      return queue(() => handle(request, settings))
    },
    close() {
      closed = true
      return queue(() => functionProcess.end())
    },
  }
}

function timeLimitOf(request: WebhookRequest, { timeLimitMs = limits.requestMs }: RuntimeOptions): number {
  return typeof timeLimitMs === 'number' ? timeLimitMs : timeLimitMs(request)
}

async function retrying(run: () => Promise<Answer>, retry: Retry): Promise<{ answer: Answer; attempts: number }> {
  for (let attempts = 1; ; attempts++) {
    const answer = await run()
    if (attempts >= retry.attempts || !resultOf(answer).retried) return { answer, attempts }
    await retry.wait(attempts)
  }
}

function readOrRefuse(request: WebhookRequest, rules: Rules): ReadWebhook | Refusal {
  try {
    const webhook = readWebhook(request)
    return refusalOf(webhook, rules) ?? webhook
  } catch {
    // The original error quotes the header's value, which may be a secret.
    return { httpStatus: 400, error: { name: 'Bad Request', message: 'the URL or a header is malformed' } }
  }
}

/** Segment documents BAD_REQUEST only for a wrong content type. We assume it for the other refusals. */
function refused(refusal: Refusal): Receipt {
  const nothing = { calls: [], discarded: [], logs: [], attempts: 0, ms: 0 }
  return { status: 'refused', shownAs: 'BAD_REQUEST', ...refusal, ...nothing }
}

/** Rounds to three decimals. */
function microseconds(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
