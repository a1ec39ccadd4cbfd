import type { SegmentCall } from '../runtime'
import { typeReason } from '../runtime/ingest'
import { limits } from '../runtime/limits'

/** A call, ready to send. */
export interface PreparedCall {
  /** The call as JSON, in UTF-8. */
  readonly json: Uint8Array
  /** Why the call is not sent. Undefined when it is. */
  readonly refusal: string | undefined
}

/** Segment accepts 500 KB and 2,500 calls (HTTP API, "Max request size"). The rest is for the text around the calls. */
const most = { bytes: 480_000, calls: 2500 }

/** A call with the requested integrations, if any. */
export function prepare(made: SegmentCall, integrations?: object): PreparedCall {
  const json = Buffer.from(JSON.stringify(integrations === undefined ? made : { ...made, integrations }))
  return { json, refusal: reasonAgainst(made, json.length) }
}

/** Why Segment would refuse a call or silently drop it. */
function reasonAgainst(call: SegmentCall, bytes: number): string | undefined {
  if (call.type === 'set') return 'Segment.set calls belong to the Objects API'
  return bytes > limits.callBytes ? 'too large: over 32 KB' : typeReason(call)
}

/**
 * Takes calls from the front of a list for one batch, as many as Segment accepts, and at most `limit`. At least one.
 */
export function batchSize(calls: readonly { readonly json: Uint8Array }[], limit = most.calls): number {
  const longest = Math.min(calls.length, limit, most.calls)
  let bytes = 0
  for (let count = 0; count < longest; count++) {
    bytes += (calls[count]?.json.length ?? 0) + 1 // the comma
    if (bytes > most.bytes) return Math.max(count, 1)
  }
  return longest
}

const begin = Buffer.from('{"batch":[')
const comma = Buffer.from(',')
const end = Buffer.from(']}')

/** The body of the request that sends a batch. */
export function batchBody(calls: readonly Pick<PreparedCall, 'json'>[]): Buffer {
  const parts = calls.flatMap(({ json }, index) => [index === 0 ? begin : comma, json])
  return Buffer.concat([...parts, end])
}
