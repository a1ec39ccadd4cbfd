import { counted } from '../../system/numbers'
import type { RequestSummary } from '../protocol'

type Outcome = Pick<RequestSummary, 'status' | 'rejected'>

const words: Readonly<Record<RequestSummary['status'], string>> = {
  ok: 'accepted',
  rejected: 'rejected',
  unsupported: 'rejected',
  refused: 'rejected',
  error: 'rejected: error',
  timeout: 'rejected: too slow',
}

/** `accepted`, `rejected` or `1 of 3 events rejected`. */
export function outcomeText({ status, rejected: { count, of } }: Outcome): string {
  return status === 'ok' && count > 0 ? `${count} of ${counted(of, 'event')} rejected` : words[status]
}

/** Whether the request, or one of its events, was rejected. */
export function isRejected({ status, rejected }: Outcome): boolean {
  return status !== 'ok' || rejected.count > 0
}

/** The colour of an outcome. */
export function toneOf(outcome: Outcome & Pick<RequestSummary, 'warnings'>): 'good' | 'warn' | 'bad' {
  if (isRejected(outcome)) return 'bad'
  return outcome.warnings > 0 ? 'warn' : 'good'
}

export function eventsText({ events }: Pick<RequestSummary, 'events'>): string {
  const [first = 'No event', ...others] = events
  return others.length === 0 ? first : `${first} and ${others.length} more`
}
