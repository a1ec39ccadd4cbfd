import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { counted } from '../../system/numbers'
import type { DetailedRequest } from '../protocol'
import { BodyPanel } from './body-panel'
import { type Highlight, HighlightContext } from './highlight'
import { Limits } from './limits'
import { eventsText, outcomeText, toneOf } from './outcome'
import { Problems } from './problems'
import { Tabs } from './tabs'
import { clockText } from './text'
import type { WorkbenchState } from './use-workbench'
import { bodyTab, usualView, viewsOf } from './views'
import { Words } from './words'

interface Properties {
  readonly detail: DetailedRequest | null
  readonly workbench: WorkbenchState
  /** Whether the page is narrow, so that the body is one of the views. */
  readonly isNarrow: boolean
  onBack(): void
}

/** The next request opens in the same view as the last one. */
let lastView = ''

/** One request: its result, the reasons, and its body. */
export function RequestDetail({ detail, workbench, isNarrow, onBack }: Properties) {
  const [view, setView] = useState(lastView)
  const [pointed, point] = useState<readonly string[]>([])
  const [picked, pick] = useState<readonly string[]>([])
  const open = (name: string) => {
    lastView = name
    setView(name)
  }
  const highlight = useMemo(
    (): Highlight => ({
      picked,
      point,
      pick(paths) {
        pick(paths)
        if (isNarrow && paths.length > 0) open(bodyTab)
      },
    }),
    [picked, isNarrow],
  )
  const back = isNarrow && <BackButton onBack={onBack} />
  if (detail === null) return <Loading>{back}</Loading>
  const highlighted = pointed.length > 0 ? pointed : picked
  const body = <BodyPanel detail={detail} highlighted={highlighted} workbench={workbench} />
  const views = viewsOf(detail, workbench)
  const tabs = isNarrow ? [...views, { name: bodyTab, contents: () => body }] : views
  return (
    <HighlightContext.Provider value={highlight}>
      <article class="detail" aria-label={`Request ${detail.id}`}>
        <div class="results">
          {back}
          <Heading detail={detail} />
          <Problems detail={detail} />
          <Limits detail={detail} />
          <Tabs label="What became of it" tabs={tabs} opened={view || usualView(detail)} onOpen={open} />
        </div>
        {!isNarrow && body}
      </article>
    </HighlightContext.Provider>
  )
}

function Loading({ children }: { children: ComponentChildren }) {
  return (
    <section class="empty">
      {children}
      <p>Loading…</p>
    </section>
  )
}

/** The way back to the list. It has the focus when a request opens. */
function BackButton({ onBack }: { onBack: () => void }) {
  const element = useRef<HTMLButtonElement>(null)
  useEffect(() => element.current?.focus(), [])
  return (
    <button type="button" class="back" ref={element} onClick={onBack}>
      All requests
    </button>
  )
}

function Heading({ detail }: { detail: DetailedRequest }) {
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
