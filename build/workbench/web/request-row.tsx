import { counted } from '../../system/numbers'
import type { RequestSummary } from '../protocol'
import { eventsText, isRejected, outcomeText, toneOf } from './outcome'
import { clockText, shortId } from './text'

interface Properties {
  readonly request: RequestSummary
  readonly isSelected: boolean
  readonly isTabStop: boolean
  onOpen(id: number): void
}

/** One request in the list: event, time, guest and outcome. */
export function RequestRow({ request, isSelected, isTabStop, onOpen }: Properties) {
  const { id, guest, receivedAt } = request
  return (
    <button
      type="button"
      class="row"
      data-id={id}
      aria-current={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => onOpen(id)}
    >
      <span class={`dot ${toneOf(request)}`} />
      <span class="row-event">{eventsText(request)}</span>
      <span class="row-time muted">{clockText(receivedAt)}</span>
      <span class="row-guest muted">{guestText(guest)}</span>
      <span class={`row-result ${toneOf(request)}`}>{resultText(request)}</span>
    </button>
  )
}

function resultText(request: RequestSummary): string {
  const { httpStatus, calls, warnings, via } = request
  const parts = [
    String(httpStatus),
    ...(isRejected(request) ? [outcomeText(request)] : []),
    ...(calls > 0 ? [counted(calls, 'call')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(via === 'page' ? ['sent here'] : []),
  ]
  return parts.join(' · ')
}

function guestText({ name, id }: RequestSummary['guest']): string {
  const known = [name, id === null ? null : shortId(id)].filter((part) => part !== null)
  return known.length === 0 ? 'no guest' : known.join(' · ')
}
