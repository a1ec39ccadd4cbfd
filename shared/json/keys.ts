import { memo } from './memo'

const ignoredKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** True for the names that reach an object's prototype. Such keys are skipped everywhere. */
export function isIgnored(key: string): boolean {
  return ignoredKeys.has(key)
}

/**
 * The letters and digits of a name, without case: `Card Number`, `card-number` and `cardNumber` are one name.
 * Event types and free text fold in the same way.
 */
export const foldName = memo((name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''))

/** The alphabetically first key of an object that spells a name. */
export function keyOf(name: string, object: object): string | undefined {
  const folded = foldName(name)
  let first: string | undefined
  for (const key in object) if (foldName(key) === folded && (first === undefined || key < first)) first = key
  return first
}
