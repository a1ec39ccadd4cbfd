import { jsonOrText } from '../../../build/system/json'
import { isContainer, spotsOf, valueAt } from '../json-tree'
import { holdsMark, marks } from '../marks'
import type { Trial } from '../trial'
import type { Attempt } from '../tried-function'

/** A message names the received type or shape, never the value. */
const received =
  /received (?:none|no identity|another one|another text|more|a payment card's|one around it|other text|text that is neither|null|an? (?:string|number|boolean|object|array of \d+)|an empty array|an integer beyond 2\^53|a string of over 8,192 bytes|\d+)(?: \(and \d+ more\))?(?=;|$| \(and \d+ more rejected\)$)/

/** The exception: an unknown type is quoted as JSON, up to 100 characters. */
const quotedType = /received (".{0,99}); add it to eventAliases or set unknownEvents to "track"/su

/** The first message or log of an attempt that contains a value of the body. */
export function leakIn({ lines, error }: Attempt, { text, code }: Trial): string | undefined {
  const messages = [...lines, ...(error === null ? [] : [error.message])]
  if (messages.length === 0) return undefined
  // A text that is in the function itself may not come from the body.
  const values = valuesIn(text).filter((value) => !code.includes(value))
  return messages.find((message) => isLeak(message, values))
}

function isLeak(message: string, values: readonly string[]): boolean {
  const shown = message.replace(quotedType, 'received none')
  if (holdsMark(shown, marks.guest) || !received.test(shown)) return true
  // Such a short value as "a b" may be in the words for a shape, "a boolean".
  const own = shown.replace(received, '').replace(/\[\d+\]|(?:array of|received|most|out|and) \d+/g, '')
  return values.some((value) => own.includes(value))
}

/** Every key, text and number of a body, as text. */
function valuesIn(text: string): string[] {
  const body = jsonOrText(text)
  const values = (isContainer(body) ? spotsOf(body) : []).flatMap((spot) => {
    const value = valueAt(spot)
    const isScalar = typeof value === 'string' || typeof value === 'number'
    return [...(Array.isArray(spot.container) ? [] : [spot.key]), ...(isScalar ? [String(value).trim()] : [])]
  })
  return [...new Set(values)].filter((value) => value !== '')
}
