import { useEffect, useMemo, useRef } from 'preact/hooks'
import { counted } from '../../system/numbers'
import { bodyLines } from './body-lines'
import { isWithin } from './highlight'
import { Words } from './words'

/** The most lines to show. The editor shows all. */
const mostLines = 3000

/** A read-only body with highlighted places. */
export function BodyText({ body, highlighted }: { body: string; highlighted: readonly string[] }) {
  const lines = useMemo(() => bodyLines(body), [body])
  const element = useRef<HTMLPreElement>(null)
  useEffect(() => {
    if (highlighted.length > 0) scrollTo(element.current)
  }, [highlighted])
  if (body === '') return <p class="nothing">The body is empty.</p>
  if (lines === undefined) {
    return (
      <pre class="body">
        <Words text={body} />
      </pre>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard users must be able to scroll
    <pre class="body" ref={element} tabIndex={0}>
      {lines.slice(0, mostLines).map(({ path, depth, key, text, kind }, index) => {
        const isShown = highlighted.some((outer) => isWithin(path, outer))
        return (
          <div key={index} class={isShown ? 'line shown' : 'line'} style={{ '--depth': depth }}>
            <span class="indent">{'  '.repeat(depth)}</span>
            <span class="key">
              <Words text={key} />
            </span>
            <span class={kind}>
              <Words text={text} />
            </span>
          </div>
        )
      })}
      {lines.length > mostLines && <div class="line muted">… {counted(lines.length - mostLines, 'more line')}</div>}
    </pre>
  )
}

/** Brings the first shown line into view without moving the page. */
function scrollTo(body: HTMLPreElement | null): void {
  const line = body?.querySelector<HTMLElement>('.shown')
  if (!body || !line) return
  const isVisible = line.offsetTop >= body.scrollTop && line.offsetTop < body.scrollTop + body.clientHeight - 20
  if (!isVisible) body.scrollTop = line.offsetTop - body.clientHeight / 3
}
