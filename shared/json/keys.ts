import { memo } from './memo'

/** What is worth knowing about a key of a body. */
export interface Key {
  /** The name without case and underscores: `printed_card_number`, `PrintedCardNumber` → `printedcardnumber`. */
  readonly name: string
  /** The name without any punctuation, as the never-emitted list compares it. */
  readonly letters: string
  /** True for the names that reach an object's prototype; such keys are skipped everywhere. */
  readonly ignored: boolean
}

const ignoredKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Describes a key; reckoned once per spelling. */
export const keyOf = memo(
  (raw: string): Key => ({
    name: raw.toLowerCase().replace(/_/g, ''),
    letters: foldLetters(raw),
    ignored: ignoredKeys.has(raw),
  }),
)

/** Folds a name as keys are folded, so that all its spellings compare equal. */
export function foldName(name: string): string {
  return keyOf(name).name
}

/** Folds free text, such as an event type: no case, spaces or punctuation. */
export function foldLetters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
