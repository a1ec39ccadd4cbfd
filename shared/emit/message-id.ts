import { sha256, uuidOf } from '../json/hash'
import { ownId } from '../properties/own'
import { merchantId, result, sentType, transactionState, voided } from '../properties/transaction'
import { namesTime, namesTimeBesideCreation } from '../read/event-time'
import type { Identity } from '../read/identity'
import type { EventReading } from '../read/reading'
import { contentOf } from './content'

/** The message ids of an event's calls. */
export interface MessageIds {
  readonly identify: string
  readonly track: string
  readonly order: string
}

/** What an event's message ids are made of. */
export interface IdentifiedEvent {
  readonly reading: EventReading
  readonly identity: Identity
  /** The documented name, or the type as sent. */
  readonly type: string
  readonly timestamp: string | undefined
}

/**
 * The ids are the same for every delivery of an event and every order of keys, and different for different events. An
 * id of the event's own may be one of a template or a till, so the guest, the time and the outcome are part of them.
 */
export function messageIdsOf(event: IdentifiedEvent): MessageIds {
  const { reading, type } = event
  const own = reading.get(ownId)
  const about = own === undefined ? [saidBy(event)] : [own, ...tellingApart(event)]
  const hex = digestOf([reading.get(merchantId), type, ...about])
  return { identify: uuidOf(hex), track: uuidOf(hex.slice(32)), order: uuidOf(sha256(`${hex} order`)) }
}

/** The SHA-256 of some texts, in hexadecimal. Each carries its length, so that no two run together. */
export function digestOf(parts: readonly (string | undefined)[]): string {
  return sha256(parts.map((part) => (part === undefined ? '-' : `${part.length}:${part}`)).join(''))
}

function tellingApart({ reading, identity, timestamp }: IdentifiedEvent): (string | undefined)[] {
  const details = [sentType, result, transactionState].map((property) => reading.get(property))
  const wasVoided = reading.get(voided)
  return [identity.userId ?? identity.anonymousId, timestamp, ...details, wasVoided?.toString()]
}

/** What the event says; of what stands around it only the time, when the event names none. */
function saidBy({ reading, timestamp }: IdentifiedEvent): string {
  const content = contentOf(reading.source.own, namesTimeBesideCreation(reading))
  return namesTime(reading) ? content : `${content}${timestamp ?? ''}`
}
