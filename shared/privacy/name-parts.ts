import { foldName } from '../json/keys'
import { memo } from '../json/memo'
import { wordsOf } from '../json/words'

/** What stands before and after a word in names whose words run together, such as `newpassword` or `friendemail`. */
const before = /^(?:new|old|current|confirm|user|account|guest|member|login|auth|api|access|client|session|web|my)*$/
const after = /^(?:code|number|no|id|value|hash|key|name|firstname|lastname|email|phone|mobile|address|\d)*$/

/** How many words of a name may make one: `shortCardNumber` has three. */
const lengths = [1, 2, 3]

/**
 * Prepares to tell whether a name holds one of the words, whole, in any spelling: `newPassword`, `PIN_CODE`, `cvv2`,
 * `newpassword`. Up to three words of a name may make one: `cardSecurityCode`. Words that only contain one do not count:
 * `opinion`, `secretary`.
 */
export function holdsAnyOf(words: readonly string[]): (name: string) => boolean {
  const known = words.map(foldName)
  return memo((name: string) => {
    const parts = wordsOf(name)
    const rows = new Set(parts.flatMap((_, at) => lengths.map((length) => parts.slice(at, at + length).join(''))))
    const letters = foldName(name)
    return known.some((word) => rows.has(word) || isRunTogether(letters, word))
  })
}

function isRunTogether(letters: string, word: string): boolean {
  const start = letters.indexOf(word)
  return start !== -1 && before.test(letters.slice(0, start)) && after.test(letters.slice(start + word.length))
}
