import type { SegmentCall } from '../runtime'
import { typeReason } from '../runtime/ingest'
import { limits } from '../runtime/limits'
import type { DeliveryOutcome } from './delivery-outcome'

/** A call as it goes out. */
export type PreparedCall = Pick<SegmentCall, 'type'> & Readonly<Record<string, unknown>>

/** A call with its place among those that are delivered. */
export interface BatchItem {
  readonly index: number
  readonly call: PreparedCall
  /** As JSON; 0 for one that is not sent. */
  readonly bytes: number
  /** Why it is not even sent; undefined when nothing is known against it. */
  readonly refusal: Extract<DeliveryOutcome, { kind: 'refused' }> | undefined
}

/** Segment takes 500 KB (HTTP API, "Max request size"); the rest is for what stands around the calls. */
const batchBytes = 480_000
/** The library's own check is off by what it adds to a call, and drops what it finds too large without a word. */
const callBytes = limits.callBytes - 256

/** A call with the integrations that are asked for, if any. */
export function itemOf(made: SegmentCall, index: number, integrations: object | undefined): BatchItem {
  const call = integrations === undefined ? made : { ...made, integrations }
  const bytes = Buffer.byteLength(JSON.stringify(call))
  const reason = reasonAgainst(made, bytes)
  return reason === undefined
    ? { index, call, bytes, refusal: undefined }
    : { index, call, bytes: 0, refusal: { kind: 'refused', reason } }
}

/** Why Segment would not take a call, or take it and drop it without a word. */
function reasonAgainst(call: SegmentCall, bytes: number): string | undefined {
  if (call.type === 'set') return 'a call of Segment.set is for the Objects API'
  return bytes > callBytes ? 'too large: over 32 KB' : typeReason(call)
}

/**
 * Parts calls into batches of a size that Segment takes, in their order. The library hardly counts
 * ASCII letters (segmentio/analytics-next, pull request 1390), and would send batches that Segment refuses.
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
