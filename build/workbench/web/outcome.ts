import type { RequestSummary } from '../protocol'

const words: Readonly<Record<RequestSummary['status'], string>> = {
  ok: 'accepted',
  rejected: 'rejected',
  unsupported: 'unsupported',
  error: 'error',
  timeout: 'too slow',
  refused: 'refused',
}

export function outcomeWord({ status }: Pick<RequestSummary, 'status'>): string {
  return words[status]
}

/** The colour of an outcome. */
export function toneOf({ status, warnings }: Pick<RequestSummary, 'status' | 'warnings'>): 'good' | 'warn' | 'bad' {
  if (status !== 'ok') return 'bad'
  return warnings > 0 ? 'warn' : 'good'
}

export function eventsText({ events }: Pick<RequestSummary, 'events'>): string {
  const [first = 'No event', ...others] = events
  return others.length === 0 ? first : `${first} and ${others.length} more`
}
