import { createRuntime, type FunctionSettings, type SegmentCall, type WebhookRequest } from '../runtime'

/** What the function made of a body: its calls, and why it has none for the body or for some event in it. */
export interface Made {
  readonly calls: readonly SegmentCall[]
  readonly reasons: readonly string[]
}

/** The built function at work. */
export interface FunctionRun {
  make(body: string): Promise<Made>
  close(): Promise<void>
}

/**
 * Starts a built function; `request` makes a request of a body. Message ids are not remembered: of what comes twice, Segment
 * drops the second.
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
        ...discarded.map(({ call, reason }) => `Segment would not take the ${call.type} call: ${reason}`),
      ]
      return { calls, reasons }
    },
    close: () => runtime.close(),
  }
}
