import { printable } from '../cli/printable'
import type { RequestSummary } from '../workbench/protocol'
import type { View } from './view'

/** A request, and how long the function took, in milliseconds. */
export interface TimedRequest extends Omit<RequestSummary, 'id' | 'via'> {
  readonly ms: number
  /** Why the function rejected all of it. */
  readonly error: { readonly message: string } | null
}

/** `19:04:32  Check-In  51830427  ok  14 ms`: one request in the terminal. The guest's name stays out of logs. */
export function requestLine(request: TimedRequest, { colors }: Pick<View, 'colors'>): string {
  const { receivedAt, events, guest, rejected, error } = request
  const isWell = request.status === 'ok' && rejected.count === 0
  const color = isWell ? colors.green : colors.red
  const parts = [
    colors.dim(new Date(receivedAt).toTimeString().slice(0, 8)),
    colors.bold(printable(eventsText(events))),
    printable(guest.id ?? 'no guest'),
    color(outcomeText(request)),
    `${Math.round(request.ms)} ms`,
    ...(error === null ? [] : [printable(error.message)]),
  ]
  return parts.join('  ')
}

function eventsText([first, ...others]: readonly string[]): string {
  if (first === undefined) return 'no event'
  return others.length === 0 ? first : `${first} and ${others.length} more`
}

function outcomeText({ status, rejected: { count, of } }: Pick<TimedRequest, 'status' | 'rejected'>): string {
  return count > 0 && status === 'ok' ? `${count} of ${of} events rejected` : status
}
