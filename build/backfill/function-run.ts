import { createRuntime, type FunctionSettings, type SegmentCall, type WebhookRequest } from '../runtime'

/** The result for one body: its calls, and the reasons why the body or some of its events have none. */
export interface Made {
  readonly calls: readonly SegmentCall[]
  readonly reasons: readonly string[]
}

/** A running built function. */
export interface FunctionRun {
  make(body: string): Promise<Made>
  close(): Promise<void>
}

/**
 * Starts a built function. `request` turns a body into a request. It does not remember message ids: Segment itself
 * drops repeated calls.
 */
export function startFunction(
  { code, settings }: { readonly code: string; readonly settings: FunctionSettings },
  request: (body: string) => WebhookRequest,
): FunctionRun {
  const runtime = createRuntime(code, { settings, rules: { deduplication: false } })
  return {
    async make(body) {
      const { calls, discarded, error, logs } = await runtime.receive(request(body))
      const reasons = [
        ...(error === null ? [] : [error.message]),
        ...(error === null ? logs.filter(({ level }) => level === 'error').map(({ text }) => text) : []),
        ...discarded.map(({ call, reason }) => `Segment would discard the ${call.type} call: ${reason}`),
      ]
      return { calls, reasons }
    },
    close: () => runtime.close(),
  }
}
