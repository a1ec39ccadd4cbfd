/** What became of a member of a small object, such as the balance of a wallet, or of an item of a list. */
export interface Usage {
  readonly verdict: 'used' | 'unreadable'
  /** The member's own name, with a dot before it; empty for an item. */
  readonly part: string
  readonly expected: string
}

/**
 * What became of which keys of which objects in a body. Only inspection asks; the deployed function holds none of this,
 * as every call stands under the label `TRACE`.
 */
const usages = new WeakMap<object, Map<string, Usage>>()
let paused: readonly Usage['verdict'][] = []

/** Says what became of the value under a key of an object or list. A value that was used once is used. */
export function markUsage(object: object, key: string | number, usage: Usage): void {
  if (paused.includes(usage.verdict)) return
  const keys = usages.get(object) ?? new Map<string, Usage>()
  usages.set(object, keys)
  if (keys.get(`${key}`)?.verdict !== 'used') keys.set(`${key}`, usage)
}

/** From now on these verdicts are not marked: what is looked at is only tried. Without verdicts, all are marked again. */
export function pauseMarks(...verdicts: readonly Usage['verdict'][]): void {
  paused = verdicts
}

/** Takes back what was marked on an object: it is not what it was read as. */
export function unmark(object: object): void {
  usages.delete(object)
}

/** What became of the value under a key of an object or list; undefined when nothing looked at it. */
export function usageOf(object: object, key: string): Usage | undefined {
  return usages.get(object)?.get(key)
}
