import type { EventDefinition } from '../declare/event'
import type { JsonObject } from '../json/values'
import { wordList } from '../json/word-list'
import type { Identity } from '../read/identity'
import type { EventReading } from '../read/reading'
import type { Call, CallContext, IdentifyMessage, Message, TrackMessage } from './call'
import { type MessageIds, orderMessageId } from './message-id'
import { orderOf } from './orders'
import { isOmitted, propertiesOf, traitsOf } from './values'
import { library } from './version'

/** What an event's calls are made of. */
export interface AcceptedEvent {
  /** The documented event; undefined for one of an unknown type. */
  readonly definition: EventDefinition | undefined
  /** The name under which it is tracked. */
  readonly name: string
  readonly reading: EventReading
  readonly identity: Identity
  readonly ids: MessageIds
  readonly timestamp: string | undefined
}

const contextTraits = wordList('firstName lastName email phone')

/** An event's calls, in the order in which they are made: who the guest is, what happened, and the order it was. */
export function callsOf(event: AcceptedEvent): Call[] {
  const { reading, definition, ids, timestamp } = event
  const traits = traitsOf(reading)
  const calls: Call[] = []
  if (mayIdentify(event) && Object.keys(traits).length > 0) calls.push(identifyCall(event, traits))
  calls.push(trackCall(event, event.name, propertiesOf(reading, definition), ids.track, traits))
  const order = orderOf(reading, definition, timestamp)
  if (order !== undefined) calls.push(trackCall(event, 'Order Completed', order, orderMessageId(ids), traits))
  return calls
}

function mayIdentify({ definition, reading }: AcceptedEvent): boolean {
  const { identify } = reading.settings
  return identify === 'always' || (identify === 'profile' && definition?.isProfile === true)
}

/** Beside a userId it has the card's id: so what the card did before its guest registered joins the guest. */
function identifyCall(event: AcceptedEvent, traits: JsonObject): Call {
  const message: IdentifyMessage = { traits, context: contextOf(event), messageId: event.ids.identify }
  address(message, event, event.identity.anonymousId)
  return { type: 'identify', message }
}

function trackCall(event: AcceptedEvent, name: string, properties: JsonObject, id: string, traits: JsonObject): Call {
  const { userId, anonymousId } = event.identity
  const message: TrackMessage = { event: name, properties, context: contextOf(event), messageId: id }
  const guest: Record<string, unknown> = {}
  for (const trait of contextTraits) if (trait in traits) guest[trait] = traits[trait]
  if (Object.keys(guest).length > 0) message.context.traits = guest
  address(message, event, userId === undefined ? anonymousId : undefined)
  return { type: 'track', message }
}

/** Says whom a message is about, and when it happened. */
function address(message: Message, { identity, timestamp }: AcceptedEvent, anonymousId: string | undefined): void {
  if (identity.userId !== undefined) message.userId = identity.userId
  if (anonymousId !== undefined) message.anonymousId = anonymousId
  if (timestamp !== undefined) message.timestamp = timestamp
}

function contextOf({ identity: { accountId }, reading }: AcceptedEvent): CallContext {
  const context: CallContext = { library: library() }
  if (accountId !== undefined && !isOmitted('account_id', reading.settings)) {
    context.externalIds = [{ id: accountId, type: 'paytronix_account_id', collection: 'users', encoding: 'none' }]
  }
  return context
}
