import { namesOf } from '../declare/property'
import { sha256 } from '../json/hash'
import { foldName, type Key } from '../json/keys'
import { isObject, type JsonObject } from '../json/values'
import { sanitize } from '../privacy/sanitize'
import { eventTime, ownId } from '../properties/own'
import { wrapperOf } from '../read/reader'
import { isDeliveryField } from '../read/scan'

/** Names that an envelope may carry for itself: its own id, and the time when it was sent. */
const ownIdNames: ReadonlySet<string> = new Set(namesOf(ownId).map(foldName))
const timeNames: ReadonlySet<string> = new Set(namesOf(eventTime).map(foldName))

/**
 * What a call's id is made of: the same for every delivery of an event and every order of keys, and different for
 * different events. The names are written as one line of JSON, so that neither they nor the content can run together.
 */
export function eventDigest(names: readonly (string | null)[], content?: string): string {
  return sha256(content === undefined ? JSON.stringify(names) : `${JSON.stringify(names)}\n${content}`)
}

/** Within `messageId` the kind of call keeps an event's identify and track apart. At most 99 characters. */
export function messageIdOf(kind: 'track' | 'identify', digest: string): string {
  return `paytronix-${kind}-${digest}`
}

/**
 * The event's content as text in canonical form: keys sorted, without never-emitted keys and delivery fields.
 * `isCanonical` says that the event is in that form already.
 */
export function contentOf(event: unknown, isCanonical: boolean, isLeftOut?: (key: Key) => boolean): string {
  if (isCanonical && isLeftOut === undefined) return JSON.stringify(event)
  const copy = sanitize(event, (key, value) => (isLeftOut?.(key) ? undefined : value))
  if (isObject(copy)) {
    // Deeper down the names of delivery fields mean something else.
    dropDeliveryFields(copy)
    dropDeliveryFields(wrapperOf(copy) ?? {})
  }
  return JSON.stringify(copy)
}

/** The same of what an envelope adds to its events; its time only for those that have none of their own. */
export function envelopeContentOf(envelope: JsonObject, withTime: boolean): string {
  return contentOf(envelope, false, ({ name }) => ownIdNames.has(name) || (!withTime && timeNames.has(name)))
}

function dropDeliveryFields(object: Record<string, unknown>): void {
  for (const raw of Object.keys(object)) if (isDeliveryField(raw)) delete object[raw]
}
