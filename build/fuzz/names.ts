import { events } from '../../functions/events'
import { neverEmittedKeys } from '../../shared/privacy/never-emitted'
import { innerSources, sharedProperties, sharedSources } from '../../shared/properties'

const properties = [
  ...new Set([...sharedProperties, ...sharedSources, ...innerSources, ...events.flatMap((event) => event.properties)]),
]
const sought = properties.flatMap(({ soughtIn }) => soughtIn)

/** Every place and section in which anything is sought, `event` for the top level. */
export const knownPlaces = [...new Set(sought.map(({ at }) => at))]

/** Every name under which anything is sought. */
export const knownNames = [
  ...new Set(sought.flatMap(({ names }) => names.map((name) => name.replace('[0]', '')))),
].filter((name) => name !== '.')

/** Every name and alias of an event. */
export const typeNames = events.flatMap(({ name, aliases }) => [name, ...aliases])

export const wrapperNames = ['data', 'payload', 'message', 'attributes', 'event']
export const listNames = ['events', 'batch', 'notifications', 'data']
export const deliveryNames = ['sentAt', 'deliveredAt', 'attempt', 'retryCount']

/** Keys that reach an object's prototype, or that every object seems to have. */
export const prototypeNames = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']

/** Keys whose values never leave. */
export const secretNames = [...neverEmittedKeys, 'processorAuthCode', 'Processor', 'chargeResponse']

/** Keys that hold the person who was referred. */
export const friendNames = ['friend', 'friendEmail', 'referredFirstName', 'refereePhone', 'referral']

const styles = [
  (words: readonly string[]) => words.join('_'),
  (words: readonly string[]) => words.map((word, index) => (index === 0 ? word : capitalized(word))).join(''),
  (words: readonly string[]) => words.map(capitalized).join(''),
  (words: readonly string[]) => words.join(''),
]

/** A name in one of the spellings in which it is the same. */
export function respelled(name: string, style: number): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_')
  return styles[style % styles.length]?.(words) ?? name
}

/** One of some texts, by any number. */
export function oneOf(texts: readonly string[], pick: number): string {
  return texts[pick % texts.length] ?? ''
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
