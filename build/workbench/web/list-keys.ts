/** How far a key moves in the list, and where it works. */
const steps: Readonly<Record<string, { readonly by: 1 | -1; readonly everywhere: boolean }>> = {
  j: { by: 1, everywhere: true },
  k: { by: -1, everywhere: true },
  ArrowDown: { by: 1, everywhere: false },
  ArrowUp: { by: -1, everywhere: false },
}

export type ListKey = 1 | -1 | 'search'

/**
 * What a key means for the list: the next request, the one before, or to search. Letters are for typing while the focus
 * is in a field. Arrow keys scroll while it is elsewhere on the page. Undefined for any other key.
 */
export function listKeyOf(event: KeyboardEvent, list: Element | null): ListKey | undefined {
  const { key, target } = event
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return undefined
  if (document.querySelector('dialog[open]') !== null) return undefined
  const isTyping = target.closest('input, select, textarea') !== null
  if (key === '/') return isTyping ? undefined : 'search'
  const step = steps[key]
  if (step?.everywhere === true) return isTyping ? undefined : step.by
  const isHere = target === document.body || list?.contains(target) === true
  return isHere ? step?.by : undefined
}
