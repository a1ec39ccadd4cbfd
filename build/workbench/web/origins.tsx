import { Fragment } from 'preact'
import { useContext } from 'preact/hooks'
import type { Origin } from '../../inspection/inspection'
import { HighlightContext, pathOf } from './highlight'

const elsewhere: Partial<Record<Origin['from'], string>> = {
  envelope: 'around the event: ',
  mapping: 'mapping ',
  setting: 'setting ',
  url: 'URL ',
}

/** The origins of a value. Pointing at one highlights its place in the body. A click keeps it highlighted. */
export function Origins({ origins, place }: { origins: readonly Origin[]; place: string }) {
  const { picked, point, pick } = useContext(HighlightContext)
  const paths = origins.flatMap((origin) => pathOf(origin, place) ?? [])
  const text = origins.map(({ from, path }) => `${elsewhere[from] ?? ''}${path || 'the event itself'}`).join(', ')
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
      <Breakable path={text} />
    </button>
  )
}

/** A path that may wrap only between its keys. */
function Breakable({ path }: { path: string }) {
  return (
    <>
      {path.split(/(?=[.[])/).map((key, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {key}
        </Fragment>
      ))}
    </>
  )
}
