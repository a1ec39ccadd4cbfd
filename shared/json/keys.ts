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
