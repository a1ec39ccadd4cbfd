import { useContext } from 'preact/hooks'
import type { Origin } from '../../inspection/inspection'
import { HighlightContext, pathOf } from './highlight'
import { PathWords } from './words'

const elsewhere: Partial<Record<Origin['from'], string>> = {
  envelope: 'around the event: ',
  mapping: 'mapping ',
  setting: 'setting ',
  url: 'URL ',
}

interface Properties {
  readonly origins: readonly Origin[]
  readonly place: string
  /** What is shown instead of all the paths. */
  readonly text?: string
}

/** The origins of a value. Pointing at one highlights its place in the body. A click keeps it highlighted. */
export function Origins({ origins, place, text = textOf(origins) }: Properties) {
  const { picked, point, pick } = useContext(HighlightContext)
  const paths = origins.flatMap((origin) => pathOf(origin, place) ?? [])
  if (text === '') return <span class="muted">made by the function</span>
  if (paths.length === 0) return <span class="mono muted">{text}</span>
  const isPicked = paths.join() === picked.join()
  return (
    <button
      type="button"
      class="origin mono"
      aria-pressed={isPicked}
      onMouseEnter={() => point(paths)}
      onMouseLeave={() => point([])}
      onFocus={() => point(paths)}
      onBlur={() => point([])}
      onClick={() => pick(isPicked ? [] : paths)}
    >
      <PathWords path={text} />
    </button>
  )
}

function textOf(origins: readonly Origin[]): string {
  return origins.map(({ from, path }) => `${elsewhere[from] ?? ''}${path || 'the event itself'}`).join(', ')
}
