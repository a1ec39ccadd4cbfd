import type { Analytics, HTTPClientRequest } from '@segment/analytics-node'
import type { DeliveryOutcome } from './delivery-outcome'
import type { PreparedCall } from './prepare'

interface Target {
  readonly writeKey: string
  /** Without a final slash. */
  readonly url: string
}

/** The library's methods by call type, without field types: the fields are already checked. */
type Methods = Readonly<Record<string, (call: object) => void>>

/**
 * Sends calls as one batch with Segment's own library, through `send` instead of the library's HTTP client.
 *
 * Each batch uses its own library object: one object would send batches in parallel, but the calls of a guest must stay
 * in order. The library does not retry; `send` does, with the clock of the command.
 */
export async function sendBatch(
  calls: readonly PreparedCall[],
  { writeKey, url }: Target,
  send: (request: HTTPClientRequest) => Promise<DeliveryOutcome>,
): Promise<DeliveryOutcome> {
  // Loaded on demand, because loading it is the slowest part of starting a command.
  const { Analytics } = await import('@segment/analytics-node')
  let sent: Promise<DeliveryOutcome> | undefined
  const httpClient = {
    async makeRequest(request: HTTPClientRequest) {
      sent = send({ ...request, body: asMade(request.body, calls) })
      const { kind } = await sent
      return { status: kind === 'delivered' ? 200 : 400, statusText: kind }
    },
  }
  const path = `${new URL(url).pathname}/v1/batch`.replace('//', '/')
  const analytics = new Analytics({ writeKey, host: url, path, flushAt: calls.length, maxRetries: 0, httpClient })
  for (const call of calls) give(analytics, call)
  await analytics.closeAndFlush({ timeout: 0 }) // 0 means no limit
  if (sent === undefined) throw new Error('@segment/analytics-node kept a batch to itself')
  return sent
}

function give(analytics: Analytics, call: PreparedCall): void {
  const methods = analytics as unknown as Methods
  // The library writes its own name into the context.
  methods[call.type]?.({ ...call, context: {} })
}

/**
 * Restores the calls of a batch as the function made them. The library adds times, `context.library`, `_metadata` and
 * `sentAt`. Segment shifts every timestamp by `sentAt`, which stays that of the first try.
 */
function asMade(body: string, calls: readonly PreparedCall[]): string {
  const { sentAt: _, ...batch } = JSON.parse(body)
  return JSON.stringify({ ...batch, batch: calls })
}
