import type { Analytics, HTTPClientRequest } from '@segment/analytics-node'
import type { DeliveryOutcome } from './delivery-outcome'
import type { PreparedCall } from './prepare'

interface Target {
  readonly writeKey: string
  /** Without a slash at the end. */
  readonly url: string
}

/** The methods of the library by a call's type, without the types of their fields: these were checked before. */
type Methods = Readonly<Record<string, (call: object) => void>>

/**
 * Sends calls as one batch of Segment's own library, through `send` instead of the library's HTTP client.
 *
 * A library object for each batch, as it sends batches side by side, where one guest's calls have to stay in order. It
 * does not try again: that is done in `send`, with the clock of the command.
 */
export async function sendBatch(
  calls: readonly PreparedCall[],
  { writeKey, url }: Target,
  send: (request: HTTPClientRequest) => Promise<DeliveryOutcome>,
): Promise<DeliveryOutcome> {
  // Loaded when it is needed: it takes longer than all else that a command begins with.
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
  await analytics.closeAndFlush({ timeout: 0 }) // 0 is as long as it takes
  if (sent === undefined) throw new Error('@segment/analytics-node kept a batch to itself')
  return sent
}

function give(analytics: Analytics, call: PreparedCall): void {
  const methods = analytics as unknown as Methods
  // It writes its own name into the context that it is given.
  methods[call.type]?.({ ...call, context: {} })
}

/**
 * A batch as the function made it. The library dates a call that has no time, names itself in `context.library`, adds
 * `_metadata`, and dates the batch: Segment shifts every timestamp by `sentAt`, which is that of the first try.
 */
function asMade(body: string, calls: readonly PreparedCall[]): string {
  const { sentAt: _, ...batch } = JSON.parse(body)
  return JSON.stringify({ ...batch, batch: calls })
}
