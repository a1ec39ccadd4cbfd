import { counted } from '../../system/numbers'
import type { DetailedRequest } from '../protocol'
import { eventsText, outcomeText, toneOf } from './outcome'
import { clockText } from './text'
import { Words } from './words'

/** What a request is, and what became of it. */
export function DetailHeading({ detail }: { detail: DetailedRequest }) {
  const { id, receivedAt, httpStatus, shownAs, calls, request } = detail
  const facts = [
    ...(shownAs === null ? [] : [`Segment shows “${shownAs}”`]),
    counted(calls, 'call'),
    `#${id} at ${clockText(receivedAt)}`,
    `${request.method} ${request.url}`,
  ]
  return (
    <header class="detail-heading">
      <h2>
        <Words text={eventsText(detail)} />
      </h2>
      <p>
        <strong class={`badge ${toneOf(detail)}`}>
          {httpStatus} · {outcomeText(detail)}
        </strong>{' '}
        <span class="muted">
          <Words text={facts.join(' · ')} />
        </span>
      </p>
    </header>
  )
}
