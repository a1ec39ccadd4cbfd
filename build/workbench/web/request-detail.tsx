import { useMemo, useState } from 'preact/hooks'
import type { InspectedEvent } from '../../inspection/inspection'
import { counted } from '../../system/numbers'
import type { DetailedRequest } from '../protocol'
import { BodyPanel } from './body-panel'
import { CallsView } from './calls-view'
import { DestinationsView } from './destinations-view'
import { type Highlight, HighlightContext } from './highlight'
import { IdentityView } from './identity-view'
import { Limits } from './limits'
import { OriginsView } from './origins-view'
import { eventsText, outcomeWord, toneOf } from './outcome'
import { Tabs } from './tabs'
import { clockText } from './text'
import { UnusedView } from './unused-view'
import type { WorkbenchState } from './use-workbench'
import { WarehouseView } from './warehouse-view'

/** One request: its result, the reasons, and its body. */
export function RequestDetail({ detail, workbench }: { detail: DetailedRequest | null; workbench: WorkbenchState }) {
  const [pointed, point] = useState<readonly string[]>([])
  const [picked, pick] = useState<readonly string[]>([])
  const highlight = useMemo((): Highlight => ({ picked, point, pick }), [picked])
  if (detail === null) return <section class="empty">Loading…</section>
  return (
    <HighlightContext.Provider value={highlight}>
      <article class="detail" aria-label={`Request ${detail.id}`}>
        <div class="results">
          <Heading detail={detail} />
          <Problems detail={detail} />
          <Limits detail={detail} />
          <Views detail={detail} />
        </div>
        <BodyPanel detail={detail} highlighted={pointed.length > 0 ? pointed : picked} workbench={workbench} />
      </article>
    </HighlightContext.Provider>
  )
}

function Heading({ detail }: { detail: DetailedRequest }) {
  const { id, receivedAt, httpStatus, shownAs, calls, request } = detail
  return (
    <header class="detail-heading">
      <h2>{eventsText(detail)}</h2>
      <p>
        <strong class={`badge ${toneOf(detail)}`}>
          {httpStatus} {outcomeWord(detail)}
        </strong>{' '}
        <span class="muted">
          {shownAs !== null && `Segment shows “${shownAs}” · `}
          {counted(calls, 'call')} · #{id} at {clockText(receivedAt)} · {request.method} {request.url}
        </span>
      </p>
    </header>
  )
}

/** Why a request was not accepted, and the function's warnings. */
function Problems({ detail }: { detail: DetailedRequest }) {
  const { error, logs, discarded } = detail
  if (error === null && logs.length + discarded.length === 0) return null
  return (
    <ul class="problems" aria-label="Errors and warnings">
      {error !== null && (
        <li class="bad">
          <strong>{error.name}</strong> {error.message}
        </li>
      )}
      {logs.map(({ level, text }, index) => (
        <li key={index} class={level === 'error' ? 'bad' : 'warn'}>
          {text}
        </li>
      ))}
      {discarded.map(({ call, reason }, index) => (
        <li key={index} class="bad">
          Segment would drop the {call.type} call: {reason}
        </li>
      ))}
    </ul>
  )
}

function Views({ detail }: { detail: DetailedRequest }) {
  const { inspection, sent, sizes } = detail
  const events = inspection?.events ?? []
  const leftOver = [...events.map(({ remainder }) => remainder), ...(inspection ? [inspection.envelope] : [])]
  const unused = leftOver.reduce((sum, remainder) => sum + remainder.unused.length, 0)
  const tabs = [
    { name: 'Calls', contents: () => <CallsView calls={sent} sizes={sizes} /> },
    { name: 'Where from', contents: () => <OriginsView events={events} /> },
    { name: 'Identity', contents: () => <IdentityView events={events} /> },
    { name: 'Not used', count: unused + unreadableIn(events), contents: () => <UnusedView inspection={inspection} /> },
    { name: 'Destinations', contents: () => <DestinationsView id={detail.id} calls={sent} /> },
    { name: 'Warehouse', contents: () => <WarehouseView calls={sent} /> },
  ]
  return <Tabs label="What became of it" tabs={tabs} />
}

function unreadableIn(events: readonly InspectedEvent[]): number {
  return events.reduce((sum, { unreadable }) => sum + unreadable.length, 0)
}
