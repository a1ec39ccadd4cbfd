import { foldName } from '../json/keys'
import { memo } from '../json/memo'
import { wordsOf } from '../json/words'

/** What stands before and after a word in names whose words run together, such as `newpassword` or `friendemail`. */
const before = /^(?:new|old|current|confirm|user|account|guest|member|login|auth|api|access|client|session|web|my)*$/
const after = /^(?:code|number|no|id|value|hash|key|name|firstname|lastname|email|phone|mobile|address|\d)*$/

/**
 * Prepares to tell whether a name holds one of the words, whole, in any spelling: `newPassword`, `PIN_CODE`, `cvv2`,
 * `newpassword`. Up to three words of a name may make one: `cardSecurityCode`. Words that only contain one do not count:
 * `opinion`, `secretary`.
 */
export function holdsAnyOf(words: readonly string[]): (name: string) => boolean {
  const known = words.map(foldName)
  return memo((name: string) => {
    const parts = wordsOf(name)
    const rows = new Set(parts.flatMap((_, at) => rowsFrom(parts, at)))
    const letters = foldName(name)
    return known.some((word) => rows.has(word) || isRunTogether(letters, word))
  })
}

/** Up to three words of a name: `short`, `shortcard`, `shortcardnumber`. */
function rowsFrom(parts: readonly string[], at: number): readonly string[] {
  const [one = '', two = '', three = ''] = parts.slice(at, at + 3)
  return [one, one + two, one + two + three]
}

function isRunTogether(letters: string, word: string): boolean {
  const start = letters.indexOf(word)
  return start !== -1 && before.test(letters.slice(0, start)) && after.test(letters.slice(start + word.length))
}
