import type { Remedy } from '../inspection'
import type { FunctionSettings } from '../runtime'
import type { DetailedRequest, RequestSummary } from './protocol'
import type { RequestOutcome } from './run-and-explain'
import { type KeptRequest, shownInspection, shownRequest, withoutValues } from './shown-request'

/** A request and its result. */
export interface Kept {
  readonly id: number
  readonly receivedAt: string
  readonly via: RequestSummary['via']
  readonly request: KeptRequest
  readonly outcome: RequestOutcome
}

/** Whether the request, or one of its events, was rejected. */
export function hasFailed({ outcome: { status, rejected } }: Kept): boolean {
  return status !== 'ok' || rejected.count > 0
}

export function summaryOf({ id, receivedAt, via, outcome }: Kept): RequestSummary {
  const { events, rejected, guest, status, httpStatus, calls, warnings } = outcome
  return { id, receivedAt, via, events, rejected, guest, status, httpStatus, calls, warnings }
}

/** A request as the page shows it: without secrets, also where a shared secret of the settings came under another name. */
export function detailOf(kept: Kept, remedies: readonly Remedy[], { sharedSecret }: FunctionSettings): DetailedRequest {
  const { inspection, ...outcome } = kept.outcome
  const explained = inspection === null ? null : shownInspection(inspection)
  const shown = { ...outcome, ...summaryOf(kept), request: shownRequest(kept.request), inspection: explained, remedies }
  const secrets = typeof sharedSecret === 'string' ? sharedSecret.split(/\s+/).filter((secret) => secret !== '') : []
  return withoutValues(shown, secrets)
}
