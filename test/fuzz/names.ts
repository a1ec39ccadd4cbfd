import fc from 'fast-check'
import { events } from '../../functions/events'
import { neverEmittedKeys } from '../../shared/privacy/never-emitted'
import { innerSources, sharedProperties, sharedSources } from '../../shared/properties'

const eventProperties = events.flatMap((event) => event.properties)
const sought = [...new Set([...sharedProperties, ...sharedSources, ...innerSources, ...eventProperties])].flatMap(
  ({ soughtIn }) => soughtIn,
)

/** The names of all sections that the function reads, and of their parent sections. */
export const sectionNames = [...new Set(sought.flatMap(({ at }) => at.split('.')))]

/** Every name that the function reads. */
export const knownNames = [
  ...new Set(sought.flatMap(({ names }) => names.map((name) => name.replace('[0]', '')))),
].filter((name) => name !== '.')

/** Every name and alias of an event. */
export const typeNames = events.flatMap(({ name, aliases }) => [name, ...aliases])

export const wrapperNames = [
  ...['data', 'payload', 'detail', 'body'],
  ...['attributes', 'message', 'notification', 'event', 'record', 'object'],
]
export const listNames = ['events', 'batch', 'notifications', 'records', 'data', 'payload', 'body', 'message']
export const deliveryNames = [
  ...['sentAt', 'deliveredAt', 'deliveryId', 'attempt', 'attemptNumber', 'retryCount', 'isRetry', 'redelivered'],
  ...['webhookId', 'hookName', 'requestId', 'signature', 'nonce', 'traceId'],
]

/** Keys that reach an object's prototype, or that every object inherits. */
export const prototypeNames = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']

/** Keys whose values are never sent. */
export const secretNames = [...neverEmittedKeys, 'processorAuthCode', 'Processor', 'chargeResponse']

/** Keys that hold the referred friend. */
export const friendNames = ['friend', 'friendEmail', 'referredFirstName', 'refereePhone', 'referral']

const styles = [
  (words: readonly string[]) => words.join('_'),
  (words: readonly string[]) => words.map((word, index) => (index === 0 ? word : capitalized(word))).join(''),
  (words: readonly string[]) => words.map(capitalized).join(''),
  (words: readonly string[]) => words.join(''),
]

/** A name in one of its spellings: snake_case, camelCase, PascalCase or lower case. */
export function respelled(name: string, style: number): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_')
  return styles[style % styles.length]?.(words) ?? name
}

/** One of some names, in any of its spellings. */
export function anySpellingOf(names: readonly string[]): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...names), fc.nat(3)).map(([name, style]) => respelled(name, style))
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
