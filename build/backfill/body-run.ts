import type { Item } from '../bodies/item'
import { unreadableBecause } from '../bodies/unreadable'
import type { FunctionSettings, SegmentCall, WebhookRequest } from '../runtime'
import { createAttempt } from '../runtime/attempt'
import type { LogLine } from '../runtime/receipt'
import { refusalOf } from '../runtime/refusal'
import { rulesWith } from '../runtime/rules'
import { readWebhook } from '../runtime/webhook'
import { workerRequestOf } from '../runtime/worker-request'
import { type BodyResult, bodyResultOf, type HistoryRules } from './body-result'

/** A built function, how its requests look, and what is sent of its calls. */
export interface BodyRunSetup {
  readonly code: string
  readonly settings: FunctionSettings
  /** A request without its body. */
  readonly request: Omit<WebhookRequest, 'body'>
  readonly rules: HistoryRules
}

/**
 * Creates what runs bodies through the function in this thread, as a source of Segment would. It does not remember
 * message ids: Segment itself drops repeated calls. Nor does it sort the keys, as their order makes no difference.
 */
export function createBodyRun(setup: BodyRunSetup): (item: Item) => Promise<BodyResult> {
  const { code, settings, request, rules: history } = setup
  const rules = rulesWith({ deduplication: false, alphabetizedKeys: false })
  const logs: LogLine[] = []
  const log = (line: LogLine) => logs.push(line)
  const attempt = createAttempt<SegmentCall>({ code, rules, log, take: (message) => message as SegmentCall }) // our own
  const blank = readWebhook({ ...request, body: '' })
  const withoutBody = workerRequestOf(blank, settings, rules, 'text')
  return async ({ line, text = '', problem }) => {
    const refusal = problem ?? refusalOf({ ...blank, body: text }, rules)?.error.message
    if (refusal !== undefined) return bodyResultOf({ calls: [], reasons: [refusal], unreadable: [] }, line, history)
    logs.length = 0
    const ended = await attempt({ ...withoutBody, json: text, text })
    const reasons = ended.kind === 'done' ? errorsIn(logs) : [reasonOf(ended.error.message, text)]
    return bodyResultOf({ calls: ended.calls, reasons, unreadable: unreadableIn(logs) }, line, history)
  }
}

/** The function tells only that a text is no JSON. What it seems to be helps more. */
function reasonOf(message: string, text: string): string {
  const found = unreadableBecause(text)
  return found === undefined ? message : `column ${found.column ?? 1}: ${found.problem}`
}

function errorsIn(logs: readonly LogLine[]): string[] {
  return logs.filter(({ level }) => level === 'error').map(({ text }) => text)
}

/** The warnings begin with the event and the property: `event[0].timestamp: expected …`. */
function unreadableIn(logs: readonly LogLine[]): string[] {
  return logs.flatMap(({ level, text }) => {
    const name = level === 'warn' ? /^event\[\d+\]\.(\w+)/.exec(text)?.[1] : undefined
    return name === undefined ? [] : [name]
  })
}
