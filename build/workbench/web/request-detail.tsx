import type { ComponentChildren } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { DetailedRequest } from '../protocol'
import { BodyPanel } from './body-panel'
import { DetailHeading } from './detail-heading'
import { HighlightContext, useHighlight } from './highlight'
import { Limits } from './limits'
import { Problems } from './problems'
import { Tabs } from './tabs'
import type { WorkbenchState } from './use-workbench'
import { bodyTab, usualView, viewsOf } from './views'

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
  const [edited, setEdited] = useState<string | null>(null)
  const open = (name: string) => {
    lastView = name
    setView(name)
  }
  const showBody = useCallback(() => isNarrow && open(bodyTab), [isNarrow])
  const { highlight, places } = useHighlight(showBody)
  const back = isNarrow && <BackButton onBack={onBack} />
  if (detail === null) return <Loading>{back}</Loading>
  const body = <BodyPanel {...{ detail, workbench, edited }} highlighted={places} onEdit={setEdited} />
  const views = viewsOf(detail, workbench)
  const tabs = isNarrow ? [...views, { name: bodyTab, contents: () => body }] : views
  return (
    <HighlightContext.Provider value={highlight}>
      <article class="detail" aria-label={`Request ${detail.id}`}>
        <div class="results">
          {back}
          <DetailHeading detail={detail} />
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
