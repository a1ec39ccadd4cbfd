import { foldName } from '../../../shared/json/keys'
import { isObject } from '../../../shared/json/values'
import { neverEmittedKeys } from '../../../shared/privacy/never-emitted'
import { isContainer } from '../json-tree'

const neverEmitted = new Set([...neverEmittedKeys, 'chargeResponse'].map(foldName))
const ofDelivery =
  /^(?:deliver|attempt|retry|isretry|redeliver|sent|webhook|hook|request|signature|nonce|trace|created)/

/**
 * The least that tells one event from another: what its own layers hold, with sorted keys and JSON text as what it says,
 * without what is never emitted or may say something of the delivery.
 */
export function contentOf(layers: readonly object[]): string {
  // A wrapper that says nothing of its own tells no event from another.
  const telling = layers.map(sorted).filter((layer) => isObject(layer) && Object.keys(layer).length > 0)
  return wellFormed(JSON.stringify(telling))
}

/** Whether values under a key never leave, nor the key itself. */
export function isNeverEmitted(key: string): boolean {
  const name = foldName(key)
  return (
    ['__proto__', 'constructor', 'prototype'].includes(key) || neverEmitted.has(name) || name.startsWith('processor')
  )
}

function sorted(value: unknown): unknown {
  if (typeof value === 'string') return fromText(value)
  if (Array.isArray(value)) return value.filter((item) => !isSecretItem(item)).map(sorted)
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([key]) => !isNeverEmitted(key) && !ofDelivery.test(foldName(key)))
  kept.sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(kept.map(([key, member]) => [key, sorted(member)]))
}

function fromText(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return isContainer(value) ? sorted(value) : wellFormed(text)
  } catch {
    return wellFormed(text)
  }
}

/** An item that names a secret, as in a list of named values. */
function isSecretItem(item: unknown): boolean {
  if (!isObject(item)) return false
  const names = Object.entries(item).filter(([key]) => ['name', 'key', 'field'].includes(foldName(key)))
  return names.flatMap(([, name]) => name).some((name) => typeof name === 'string' && isNeverEmitted(name))
}

/** As UTF-8 has it, which knows no half characters. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString()
}
