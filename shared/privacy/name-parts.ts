import { foldName } from '../json/keys'
import { memo } from '../json/memo'
import { wordsOf } from '../json/words'

/** What stands before or after a word in names whose words run together, such as `newpassword` or `friendemail`. */
const before = 'new|old|current|confirm|user|account|guest|member|login|auth|api|access|client|session|card|web|my|the'
const after =
  's|code|number|no|id|value|hash|key|name|firstname|lastname|email|phone|mobile|address|account|confirm|info'

/**
 * Prepares to tell whether a name holds one of the words, whole, in any spelling: `newPassword`, `PIN_CODE`, `cvv2`,
 * `newpassword`. Two words of a name may make one: `cardSecurityCode`. Words that only contain one do not count:
 * `opinion`, `secretary`.
 */
export function holdsAnyOf(words: readonly string[]): (name: string) => boolean {
  const known = new Set(words.map(foldName))
  const runTogether = new RegExp(`^(?:${before})*(?:${[...known].join('|')})(?:${after}|\\d)*$`)
  return memo((name: string) => {
    const parts = wordsOf(name)
    const pairs = parts.map((part, index) => part + (parts[index + 1] ?? ''))
    return [...parts, ...pairs].some((part) => known.has(part)) || runTogether.test(foldName(name))
  })
}
