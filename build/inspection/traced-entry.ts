import { onRequest as handle } from '../../functions/on-request'
import { type Step, traceTo } from '../../shared/read/trace'
import type { SegmentRequest } from '../../shared/settings/request'

/** A request that wants to know of every step of the work on it. */
export interface WatchedRequest extends SegmentRequest {
  readonly watch: (step: Step) => void
}

/** The function itself, which reports its steps to the request. */
export async function onRequest(request: WatchedRequest, settings: unknown): Promise<void> {
  traceTo(request.watch)
  try {
    await handle(request, settings)
  } finally {
    traceTo(undefined)
  }
}
