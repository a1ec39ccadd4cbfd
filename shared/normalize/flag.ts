import { foldName } from '../json/keys'
import { wordList } from '../json/word-list'
import { identifier } from './identifier'

const spellings: ReadonlyMap<string, boolean> = new Map([
  ...wordList('true t yes y on 1 in optin optedin subscribed').map((word) => [word, true] as const),
  ...wordList('false f no n off 0 out optout optedout unsubscribed').map((word) => [word, false] as const),
])

/**
 * True or false. In a text only letters and digits count: `Opted-In`, `opted_in` and `OPTED IN` are the same. Text that
 * begins with a sign, and any other text, is undefined, never false.
 */
export function flag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  const written = identifier(value)
  if (written === undefined || /^[+\u2212\p{Pd}]/u.test(written)) return undefined
  return spellings.get(foldName(written))
}
