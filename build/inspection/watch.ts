import path from 'node:path'
import { compile } from '../bundle/compile'
import type { BundledConfig } from '../bundle/configuration-module'
import { unconfigured } from '../config/config'
import type { FunctionSettings, WebhookRequest } from '../runtime'
import { resultOf } from '../runtime/attempt-result'
import { loadFunction } from '../runtime/load-function'
import { refusalOf } from '../runtime/refusal'
import { rulesWith } from '../runtime/rules'
import { createGlobals } from '../runtime/sandbox'
import { ServerRequest } from '../runtime/server-request'
import { describeThrown } from '../runtime/thrown'
import { readWebhook } from '../runtime/webhook'
import { workerRequestOf } from '../runtime/worker-request'
import { projectRoot } from '../system/project'
import { sortedJson } from '../system/sorted-json'
import type { Handled } from './entry'
import type { Explanation, Inspection } from './inspection'

/** Runs a request with a configuration, and explains it. */
export type Watch = (request: WebhookRequest, settings: FunctionSettings, config: BundledConfig) => Promise<Inspection>

const rules = rulesWith()
const nothing: Explanation = { events: [], misshapen: [], envelope: { used: [], unused: [], neverEmitted: [] } }

/**
 * Compiles the function with its `TRACE` statements, and loads it as Segment would. Apart from these statements it is the
 * deployed function. It cannot be interrupted.
 */
export async function watchFunction(): Promise<Watch> {
  const entry = path.join(projectRoot, 'build/inspection/entry.ts')
  // The configuration comes with each request.
  const { code } = await compile(entry, unconfigured, { traced: true })
  const warnings: string[] = []
  const say = (text: string) => void warnings.push(text)
  const { onRequest, parse } = loadFunction(
    code,
    createGlobals({ Segment: {}, cache: {}, console: { warn: say, error: say } }),
  )
  return async (request, settings, config) => {
    const webhook = readWebhook(request)
    const refusal = refusalOf(webhook, rules)
    if (refusal !== undefined) return { status: 'refused', error: refusal.error, ...nothing, warnings: [] }
    const delivery = workerRequestOf(webhook, settings, rules, 'text')
    const asked = Object.assign(new ServerRequest(delivery, parse), { config: sortedJson(config) })
    try {
      // The entry always returns this.
      const { thrown, explain } = (await onRequest(asked, parse(delivery.settings))) as Handled
      const said = warnings.splice(0)
      const explanation: Explanation = JSON.parse(explain())
      return { ...outcomeOf(thrown), ...explanation, warnings: said }
    } catch (thrown) {
      return { ...outcomeOf(thrown), ...nothing, warnings: warnings.splice(0) }
    } finally {
      warnings.splice(0)
    }
  }
}

function outcomeOf(thrown: unknown): Pick<Inspection, 'status' | 'error'> {
  if (thrown === undefined) return { status: 'ok', error: null }
  const { status, error } = resultOf({ kind: 'thrown', error: describeThrown(thrown), calls: [], ms: 0 })
  return { status, error }
}
