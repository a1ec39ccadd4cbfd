import type { SegmentCall } from '../runtime'
import { typeReason } from '../runtime/ingest'
import { limits } from '../runtime/limits'

/** A call, ready to send. */
export interface PreparedCall {
  readonly type: SegmentCall['type']
  /** The call as JSON. */
  readonly text: string
  /** The size of the text. */
  readonly bytes: number
  /** Why the call is not sent. Undefined when it is. */
  readonly refusal: string | undefined
}

/** Segment accepts 500 KB and 2,500 calls (HTTP API, "Max request size"). The rest is for the text around the calls. */
const most = { bytes: 480_000, calls: 2500 }

/** A call with the requested integrations, if any. */
export function prepare(made: SegmentCall, integrations?: object): PreparedCall {
  const text = JSON.stringify(integrations === undefined ? made : { ...made, integrations })
  const bytes = Buffer.byteLength(text)
  return { type: made.type, text, bytes, refusal: reasonAgainst(made, bytes) }
}

/** Why Segment would refuse a call or silently drop it. */
function reasonAgainst(call: SegmentCall, bytes: number): string | undefined {
  if (call.type === 'set') return 'Segment.set calls belong to the Objects API'
  return bytes > limits.callBytes ? 'too large: over 32 KB' : typeReason(call)
}

/**
 * Takes calls from the front of a list for one batch, as many as Segment accepts, and at most `limit`. At least one.
 */
export function batchSize(calls: readonly Pick<PreparedCall, 'bytes'>[], limit = most.calls): number {
  const longest = Math.min(calls.length, limit, most.calls)
  let bytes = 0
  for (let count = 0; count < longest; count++) {
    bytes += (calls[count]?.bytes ?? 0) + 1 // the comma
    if (bytes > most.bytes) return Math.max(count, 1)
  }
  return longest
}

/** The body of the request that sends a batch. */
export function batchBody(calls: readonly Pick<PreparedCall, 'text'>[]): string {
  return `{"batch":[${calls.map(({ text }) => text).join(',')}]}`
}
