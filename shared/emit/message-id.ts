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
  /** What the id of an order is made of. */
  readonly digest: string
}

/** What an event's message ids are made of. */
export interface IdentifiedEvent {
  readonly reading: EventReading
  readonly identity: Identity
  /** The documented name, or the type as sent. */
  readonly type: string
  readonly timestamp: string | undefined
}

type Parts = readonly (string | undefined)[]

/**
 * The ids are the same for every delivery of an event and every order of keys, and different for different events. An
 * id of the event's own may be one of a template or a till, so the guest, the time and the outcome are part of them.
 */
export function messageIdsOf(event: IdentifiedEvent): MessageIds {
  const { reading, identity, timestamp, type } = event
  const guest = identity.userId ?? identity.anonymousId
  const own = reading.get(ownId)
  const outcome = outcomeOf(reading)
  const about = own === undefined ? saidBy(event, outcome) : [own, timestamp, ...outcome]
  const hex = digestOf([reading.get(merchantId), type, guest, ...about])
  return { identify: uuidOf(hex), track: uuidOf(hex.slice(32)), digest: hex }
}

/** The id of an order's call. Few events are orders, so it is only made for those. */
export function orderMessageId({ digest }: MessageIds): string {
  return uuidOf(sha256(`${digest} order`))
}

/** The SHA-256 of some texts, in hexadecimal. Each carries its length, so that no two run together. */
export function digestOf(parts: Parts): string {
  return sha256(parts.map((part) => (part === undefined ? '-' : `${part.length}:${part}`)).join(''))
}

/** What tells a void or denial from a sale of the same id. */
function outcomeOf(reading: EventReading): Parts {
  return [reading.get(sentType), reading.get(result), reading.get(transactionState), reading.get(voided)?.toString()]
}

/**
 * What the event says; of what stands around it only the time, when the event names none, and the outcome, when there is
 * one.
 */
function saidBy({ reading, timestamp = '' }: IdentifiedEvent, outcome: Parts): Parts {
  const namesOther = namesTimeBesideCreation(reading)
  const content = contentOf(reading.source.own, namesOther)
  const said = namesOther || namesTime(reading) ? content : content + timestamp
  return outcome.some((one) => one !== undefined) ? [said, ...outcome] : [said]
}
