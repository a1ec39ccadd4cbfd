import { jsonOrText } from '../system/json'
import type { Verdicts } from './invariants'
import { isHolder, spotsOf, valueAt } from './json-tree'
import { holds, marks } from './marks'
import type { Trial } from './trial'
import type { Attempt } from './tried-function'

/** What messages tell of what came instead: its type or shape, never itself. */
const received =
  /received (?:none|no identity|another one|another text|more|other text|text that is neither|null|an? (?:string|number|boolean|object|array of \d+)|an empty array|an integer beyond 2\^53|a string of over 8,192 bytes|\d+)(?=;|$| \(and \d+ more rejected\)$)/

/** The one thing that is quoted, as JSON and of that at most 100 characters. */
const quotedType = /received (".{0,99}); add it to eventAliases or set unknownEvents to "track"/su

/** Looks at every message and log of an attempt. */
export function leakIn({ lines, error }: Attempt, { requests, code }: Trial): Verdicts {
  const messages = [...lines, ...(error === null ? [] : [error.message])]
  if (messages.length === 0) return []
  const values = valuesIn(requests.sent.body)
  return messages.map((message) => complaint(message, values, code))
}

function complaint(message: string, values: ReadonlySet<string>, code: string): string | undefined {
  const shown = message.replace(quotedType, 'received none')
  if (holds(shown, marks.guest) || !received.test(shown)) return message
  const own = shown.replace(/\[\d+\]|(?:array of|received|most|out|and) \d+/g, '')
  // What stands in the function itself was not copied from the body.
  const copied = [...values].find((value) => own.includes(value) && !code.includes(value))
  return copied === undefined ? undefined : `${message} holds ${JSON.stringify(copied)}`
}

/** Every key, text and number of a body, as text. */
function valuesIn(text: string): Set<string> {
  const values = new Set<string>()
  const body = jsonOrText(text)
  for (const { holder, key } of isHolder(body) ? spotsOf(body) : []) {
    const value = valueAt({ holder, key })
    if (!Array.isArray(holder)) values.add(key)
    if (typeof value === 'string' || typeof value === 'number') values.add(String(value).trim())
  }
  values.delete('')
  return values
}
