import { useEffect, useState } from 'preact/hooks'

/** Whether the window is narrow, so that the page shows one thing at a time. The same width as in narrow.css. */
export function useNarrow(): boolean {
  const [query] = useState(() => matchMedia('(max-width: 760px)'))
  const [matches, setMatches] = useState(query.matches)
  useEffect(() => {
    const update = () => setMatches(query.matches)
    query.addEventListener('change', update)
    return () => query.removeEventListener('change', update)
  }, [query])
  return matches
}
