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
const originals = new WeakMap<object, object>()

/** Says what became of the value under a key of an object or list. A value that was used once is used. */
export function markUsage(object: object, key: string | number, usage: Usage): void {
  const original = originals.get(object) ?? object
  const keys = usages.get(original) ?? new Map<string, Usage>()
  usages.set(original, keys)
  if (keys.get(`${key}`)?.verdict !== 'used') keys.set(`${key}`, usage)
}

/** Says that an object is a copy, so that what is marked on it is marked on the one in the body. */
export function markCopy(copy: object, original: object): void {
  originals.set(copy, original)
}

/** What became of the value under a key of an object or list; undefined when nothing looked at it. */
export function usageOf(object: object, key: string): Usage | undefined {
  return usages.get(object)?.get(key)
}
