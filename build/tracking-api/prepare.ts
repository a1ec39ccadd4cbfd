import type { SegmentCall } from '../runtime'
import { typeReason } from '../runtime/ingest'
import { limits } from '../runtime/limits'

/** A call as it goes out. */
export interface PreparedCall extends Readonly<Record<string, unknown>> {
  readonly type: SegmentCall['type']
}

/** A call with its place among those that are delivered. */
export interface Item {
  readonly index: number
  readonly call: PreparedCall
  /** As JSON. */
  readonly bytes: number
}

/** Segment takes 500 KB (HTTP API, "Max request size"); the rest is for what stands around the calls. */
const batchBytes = 480_000
/** The library's own check is off by what it adds to a call, and drops what it finds too large without a word. */
const callBytes = limits.callBytes - 256

export function itemOf(call: PreparedCall, index: number): Item {
  return { index, call, bytes: Buffer.byteLength(JSON.stringify(call)) }
}

/** Why Segment would not take a call, or take it and drop it without a word; undefined when nothing is known against it. */
export function refusalOf(call: SegmentCall, bytes: number): string | undefined {
  if (call.type === 'set') return 'a call of Segment.set is for the Objects API'
  return bytes > callBytes ? 'too large: over 32 KB' : typeReason(call)
}

/**
 * Parts calls into batches of a size that Segment takes, in their order. The library would count what is not ASCII only
 * (segmentio/analytics-next, pull request 1390), and send batches that Segment refuses.
 */
export function* batchesOf(items: readonly Item[]): Generator<readonly Item[]> {
  let batch: Item[] = []
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
