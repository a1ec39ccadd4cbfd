/**
 * Which keys of which objects of a body gave a value. Only inspection asks; the deployed function holds none of this,
 * as every call stands under the label `TRACE`.
 */
const usedKeys = new WeakMap<object, Set<string>>()

/** Says that a key of an object gave a value. */
export function markUsed(object: object, key: string): void {
  const keys = usedKeys.get(object) ?? new Set()
  usedKeys.set(object, keys.add(key))
}

/** Whether a key of an object gave a value. */
export function isUsed(object: object, key: string): boolean {
  return usedKeys.get(object)?.has(key) === true
}
