import path from 'node:path'
import type { Step } from '../../shared/read/trace'
import { compile } from '../bundle/compile'
import type { BundledConfig } from '../bundle/configuration-module'
import type { Failure, FunctionSettings, SegmentCall, Status, WebhookRequest } from '../runtime'
import { resultOf } from '../runtime/attempt-result'
import { type LoadedFunction, loadFunction } from '../runtime/load-function'
import type { WorkerRequest } from '../runtime/protocol'
import { refusalOf } from '../runtime/refusal'
import { rulesWith } from '../runtime/rules'
import { createGlobals } from '../runtime/sandbox'
import { createSegment } from '../runtime/segment'
import { ServerRequest } from '../runtime/server-request'
import { describeThrown } from '../runtime/thrown'
import { readWebhook } from '../runtime/webhook'
import { workerRequestOf } from '../runtime/worker-request'
import { projectRoot } from '../system/project'

/** A request to the function, seen from within. */
export interface Watched {
  readonly status: Status
  readonly error: Failure | null
  readonly calls: readonly SegmentCall[]
  /** What it wrote to its console, a line each. */
  readonly warnings: readonly string[]
  readonly steps: readonly Step[]
}

/** Runs one request and watches the function at it. */
export type Watch = (request: WebhookRequest, settings: FunctionSettings) => Promise<Watched>

const rules = rulesWith()

/**
 * Compiles the function with the statements that report its steps, and loads it as Segment would. It is otherwise the one
 * that is deployed, and works on the same objects; so it can be watched, but not interrupted.
 */
export async function watchFunction(config: BundledConfig): Promise<Watch> {
  const entry = path.join(projectRoot, 'build/inspection/traced-entry.ts')
  const { code } = await compile(entry, config, { traced: true })
  const segment = createSegment(rules)
  const warnings: string[] = []
  const say = (text: string) => void warnings.push(text)
  const globals = createGlobals({ Segment: segment.global, cache: {}, console: { warn: say, error: say } })
  const loaded = loadFunction(code, globals)
  return async (request, settings) => {
    const webhook = readWebhook(request)
    const refusal = refusalOf(webhook, rules)
    if (refusal !== undefined) return { status: 'refused', error: refusal.error, calls: [], warnings: [], steps: [] }
    const steps: Step[] = []
    const verdict = await attempt(loaded, workerRequestOf(webhook, settings, rules, 'text'), (step) => steps.push(step))
    const calls = segment.take().map((text): SegmentCall => JSON.parse(text))
    return { ...verdict, calls: verdict.status === 'ok' ? calls : [], warnings: warnings.splice(0), steps }
  }
}

async function attempt(
  { onRequest, parse }: LoadedFunction,
  delivery: WorkerRequest,
  watch: (step: Step) => void,
): Promise<Pick<Watched, 'status' | 'error'>> {
  try {
    await onRequest(Object.assign(new ServerRequest(delivery, parse), { watch }), parse(delivery.settings))
    return { status: 'ok', error: null }
  } catch (thrown) {
    const { status, error } = resultOf({ kind: 'thrown', error: describeThrown(thrown), calls: [], ms: 0 })
    return { status, error }
  }
}
