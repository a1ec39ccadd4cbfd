import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { counted } from '../../system/numbers'

/** With more, a browser takes seconds. */
const mostItems = 50

/** The first items of a long list, and a button that shows all of them. `noun` is what one item is. */
export function useFirst<Item>(items: readonly Item[], noun: string): readonly [readonly Item[], ComponentChildren] {
  const [showsAll, setShowsAll] = useState(false)
  if (showsAll || items.length <= mostItems) return [items, null]
  const button = (
    <p class="rest">
      <button type="button" onClick={() => setShowsAll(true)}>
        Show all {counted(items.length, noun)}
      </button>
    </p>
  )
  return [items.slice(0, mostItems), button]
}
