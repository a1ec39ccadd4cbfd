import type { EventDefinition } from '../declare/event'
import type { JsonObject } from '../json/values'
import type { Identity } from '../read/identity'
import type { EventReading } from '../read/reading'
import type { Call, CallContext, IdentifyMessage, Message, TrackMessage } from './call'
import { type MessageIds, orderMessageId } from './message-id'
import { orderOf } from './orders'
import { propertiesOf, traitsOf } from './values'
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

const contextTraits = ['firstName', 'lastName', 'email', 'phone']

/** An event's calls, in the order in which they are made: who the guest is, what happened, and the order it was. */
export function callsOf(event: AcceptedEvent): Call[] {
  const traits = traitsOf(event.reading)
  const calls: Call[] = []
  if (isIdentified(event, traits)) calls.push({ type: 'identify', message: identifyMessage(event, traits) })
  const properties = propertiesOf(event.reading, event.definition)
  calls.push({ type: 'track', message: trackMessage(event, event.name, event.ids.track, traits, properties) })
  const order = orderOf(event.reading, event.definition, event.timestamp)
  if (order !== undefined) {
    const messageId = orderMessageId(event.ids)
    calls.push({ type: 'track', message: trackMessage(event, 'Order Completed', messageId, traits, order) })
  }
  return calls
}

function isIdentified({ definition, reading }: AcceptedEvent, traits: JsonObject): boolean {
  const { identify } = reading.settings
  const isAllowed = identify === 'always' || (identify === 'profile' && definition?.isProfile === true)
  return isAllowed && Object.keys(traits).length > 0
}

function identifyMessage(event: AcceptedEvent, traits: JsonObject): IdentifyMessage {
  const { identity, ids } = event
  const message: IdentifyMessage = { traits, context: contextOf(event), messageId: ids.identify }
  // Beside a userId, the card's id: so that what the card did before its guest registered joins the guest.
  address(message, event, identity.userId === undefined ? identity.anonymousId : identity.cardId)
  return message
}

function trackMessage(
  event: AcceptedEvent,
  name: string,
  messageId: string,
  traits: JsonObject,
  properties: JsonObject,
): TrackMessage {
  const context = contextOf(event)
  const guest: Record<string, unknown> = {}
  for (const trait of contextTraits) if (trait in traits) guest[trait] = traits[trait]
  if (Object.keys(guest).length > 0) context.traits = guest
  const message: TrackMessage = { event: name, properties, context, messageId }
  address(message, event, event.identity.userId === undefined ? event.identity.anonymousId : undefined)
  return message
}

/** Says whom a message is about, and when it happened. */
function address(message: Message, { identity, timestamp }: AcceptedEvent, anonymousId: string | undefined): void {
  if (identity.userId !== undefined) message.userId = identity.userId
  if (anonymousId !== undefined) message.anonymousId = anonymousId
  if (timestamp !== undefined) message.timestamp = timestamp
}

function contextOf({ identity: { accountId }, reading }: AcceptedEvent): CallContext {
  const context: CallContext = { library: library() }
  if (accountId !== undefined && !reading.settings.omit.has('accountid')) {
    context.externalIds = [{ id: accountId, type: 'paytronix_account_id', collection: 'users', encoding: 'none' }]
  }
  return context
}
