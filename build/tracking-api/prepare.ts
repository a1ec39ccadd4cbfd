import type { SegmentCall } from '../runtime'
import { typeReason } from '../runtime/ingest'
import { limits } from '../runtime/limits'
import type { DeliveryOutcome } from './delivery-outcome'

/** A call as it is sent. */
export type PreparedCall = Pick<SegmentCall, 'type'> & Readonly<Record<string, unknown>>

/** A call with its index among the calls to deliver. */
export interface BatchItem {
  readonly index: number
  readonly call: PreparedCall
  /** The size of the call as JSON. 0 when it is not sent. */
  readonly bytes: number
  /** Why the call is not sent. Undefined when it is. */
  readonly refusal: Extract<DeliveryOutcome, { kind: 'refused' }> | undefined
}

/** Segment accepts 500 KB (HTTP API, "Max request size"). The rest is for the fields around the calls. */
const batchBytes = 480_000
/** The library counts its own additions to a call too, and silently drops a call that it finds too large. */
const callBytes = limits.callBytes - 256

/** A call with the requested integrations, if any. */
export function itemOf(made: SegmentCall, index: number, integrations: object | undefined): BatchItem {
  const call = integrations === undefined ? made : { ...made, integrations }
  const bytes = Buffer.byteLength(JSON.stringify(call))
  const reason = reasonAgainst(made, bytes)
  return reason === undefined
    ? { index, call, bytes, refusal: undefined }
    : { index, call, bytes: 0, refusal: { kind: 'refused', reason } }
}

/** Why Segment would refuse a call or silently drop it. */
function reasonAgainst(call: SegmentCall, bytes: number): string | undefined {
  if (call.type === 'set') return 'Segment.set calls belong to the Objects API'
  return bytes > callBytes ? 'too large: over 32 KB' : typeReason(call)
}

/**
 * Splits calls, in order, into batches of a size that Segment accepts. The library miscounts ASCII letters
 * (segmentio/analytics-next, pull request 1390) and would send batches that Segment refuses.
 */
export function* batchesOf(items: readonly BatchItem[]): Generator<readonly BatchItem[]> {
  let batch: BatchItem[] = []
  let size = 0
  for (const item of items) {
    if (batch.length > 0 && size + item.bytes > batchBytes) {
      yield batch
      batch = []
      size = 0
    }
    batch.push(item)
    size += item.bytes + 1 // the comma
  }
  if (batch.length > 0) yield batch
}
