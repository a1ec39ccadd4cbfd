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

/** Where a value is from. Pointing at it shows the place in the body, and pressing it keeps it shown. */
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

/** A path that breaks between its keys, rather than within one. */
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
