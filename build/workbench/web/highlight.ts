import { createContext } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { Origin } from '../../inspection/inspection'

/** Highlights places in the body: those under the pointer, or else the selected ones. */
export interface Highlight {
  readonly picked: readonly string[]
  point(paths: readonly string[]): void
  pick(paths: readonly string[]): void
}

export const HighlightContext = createContext<Highlight>({ picked: [], point: () => undefined, pick: () => undefined })

/** Keeps what is highlighted. Calls `onPick` when places are selected. */
export function useHighlight(onPick: () => void): {
  readonly highlight: Highlight
  readonly places: readonly string[]
} {
  const [pointed, point] = useState<readonly string[]>([])
  const [picked, setPicked] = useState<readonly string[]>([])
  const highlight = useMemo(() => {
    const pick = (paths: readonly string[]) => {
      setPicked(paths)
      if (paths.length > 0) onPick()
    }
    return { picked, point, pick }
  }, [picked, onPick])
  return { highlight, places: pointed.length > 0 ? pointed : picked }
}

/** The path in the body of an event's value. Undefined when the value comes from elsewhere. */
export function pathOf({ from, path }: Origin, place: string): string | undefined {
  if (from === 'setting' || from === 'url') return undefined
  return from === 'envelope' ? path : pathWithin(place, path)
}

/** `events[0]` and `guest.email` give `events[0].guest.email`. */
function pathWithin(place: string, path: string): string {
  const needsDot = place !== '' && path !== '' && !path.startsWith('[')
  return `${place}${needsDot ? '.' : ''}${path}`
}

/** Whether a path equals another path or is inside it. */
export function isWithin(path: string, outer: string): boolean {
  if (!path.startsWith(outer)) return false
  return outer === '' || path.length === outer.length || '.['.includes(path.charAt(outer.length))
}
