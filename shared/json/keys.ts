import { memo } from './memo'

const ignoredKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** True for names that reach an object's prototype. All code skips such keys. */
export function isIgnored(key: string): boolean {
  return ignoredKeys.has(key)
}

/**
 * The letters and digits of a name in lower case: `Card Number`, `card-number` and `cardNumber` are the same name.
 * Event types and free text are folded in the same way.
 */
export const foldName = memo((name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''))

/** The order of each name in a list, asked by a key in any spelling; -1 for any other key. */
export function orderAmong(names: readonly string[]): (key: string) => number {
  const folded = names.map(foldName)
  return memo((key: string) => folded.indexOf(foldName(key)))
}

/** The keys of an object that spell one of some names, by the order of the names. */
export function keysAmong(object: object, orderOf: (key: string) => number): readonly string[] {
  const keys: string[] = []
  for (const key in object) if (orderOf(key) !== -1) keys.push(key)
  if (keys.length < 2) return keys
  return keys.sort((one, other) => orderOf(one) - orderOf(other) || (one < other ? -1 : 1))
}
