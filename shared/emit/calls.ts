import type { EventDefinition } from '../declare/event'
import type { Property } from '../declare/property'
import { sha256 } from '../json/hash'
import { foldName } from '../json/keys'
import type { JsonObject } from '../json/values'
import { sharedProperties } from '../properties'
import { printedCardNumber } from '../properties/card'
import { guestTraits } from '../properties/guest'
import { merchantId } from '../properties/transaction'
import { accountWallets } from '../properties/wallets'
import type { Identity } from '../read/identity'
import type { Reading } from '../read/reading'
import type { Settings } from '../settings/settings'
import { messageIdOf } from './message-id'
import { library } from './version'

export interface ExternalId {
  readonly id: string
  readonly type: 'paytronix_account_id'
  readonly collection: 'users'
  readonly encoding: 'none'
}

export interface Context {
  library: { readonly name: string; readonly version: string }
  externalIds?: readonly ExternalId[]
  traits?: JsonObject
}

/** What every call carries. */
interface Message {
  messageId: string
  context: Context
  userId?: string
  anonymousId?: string
  timestamp?: string
}

export interface TrackMessage extends Message {
  readonly event: string
  readonly properties: JsonObject
}

export interface IdentifyMessage extends Message {
  readonly traits: JsonObject
}

/** A call to be made, as plain data: what `Segment.track` or `Segment.identify` gets. */
export type Call =
  | { readonly type: 'track'; readonly message: TrackMessage }
  | { readonly type: 'identify'; readonly message: IdentifyMessage }

/** What an event's calls are made of. */
export interface HandledEvent {
  /** The documented event; undefined for one of an unknown type. */
  readonly definition: EventDefinition | undefined
  /** The name under which it is tracked. */
  readonly name: string
  readonly reading: Reading
  readonly identity: Identity
  /** What its message ids are made of. */
  readonly digest: string
  readonly timestamp: string | undefined
}

/** What becomes a trait of the guest under a name of its own; wallets do so under names made of their codes. */
export const traitProperties = [...sharedProperties, ...guestTraits].filter(({ trait }) => trait !== undefined)
const contextTraits = ['firstName', 'lastName', 'email', 'phone']

/** An event's calls, in the order in which they are made: who the guest is, where known, then what happened. */
export function callsOf(event: HandledEvent): Call[] {
  const traits = traitsOf(event.reading)
  const track: Call = { type: 'track', message: trackMessage(event, traits) }
  return isIdentified(event, traits) ? [{ type: 'identify', message: identifyMessage(event, traits) }, track] : [track]
}

function isIdentified({ definition, reading }: HandledEvent, traits: JsonObject): boolean {
  const { identify } = reading.settings
  const isAllowed = identify === 'always' || (identify === 'profile' && definition?.isProfile === true)
  return isAllowed && Object.keys(traits).length > 0
}

function identifyMessage(event: HandledEvent, traits: JsonObject): IdentifyMessage {
  const { identity, digest } = event
  const context = contextOf(event)
  const message: IdentifyMessage = { traits, context, messageId: messageIdOf('identify', digest) }
  // Beside a userId, the card's id: so that what the card did before its guest registered joins the guest.
  address(message, event, identity.userId === undefined ? identity.anonymousId : identity.cardId)
  return message
}

function trackMessage(event: HandledEvent, traits: JsonObject): TrackMessage {
  const { identity, digest, name } = event
  const context = contextOf(event)
  const about: Record<string, unknown> = {}
  for (const trait of contextTraits) if (trait in traits) about[trait] = traits[trait]
  if (Object.keys(about).length > 0) context.traits = about
  const message: TrackMessage = {
    event: name,
    properties: propertiesOf(event),
    context,
    messageId: messageIdOf('track', digest),
  }
  address(message, event, identity.userId === undefined ? identity.anonymousId : undefined)
  return message
}

/** Says whom a message is about, and when it happened. */
function address(message: Message, { identity, timestamp }: HandledEvent, anonymousId: string | undefined): void {
  if (identity.userId !== undefined) message.userId = identity.userId
  if (anonymousId !== undefined) message.anonymousId = anonymousId
  if (timestamp !== undefined) message.timestamp = timestamp
}

function contextOf({ identity: { accountId }, reading }: HandledEvent): Context {
  const context: Context = { library: library() }
  if (accountId !== undefined && !reading.settings.omit.has('accountid')) {
    context.externalIds = [{ id: accountId, type: 'paytronix_account_id', collection: 'users', encoding: 'none' }]
  }
  return context
}

function propertiesOf({ definition, reading }: HandledEvent): JsonObject {
  const properties: Record<string, unknown> = {}
  for (const property of sharedProperties) put(properties, property, property.name, reading)
  for (const property of definition?.properties ?? []) put(properties, property, property.name, reading)
  reading.source.mapped?.addTo(properties, reading)
  return properties
}

function traitsOf(reading: Reading): JsonObject {
  const traits: Record<string, unknown> = {}
  for (const property of traitProperties) put(traits, property, property.trait ?? property.name, reading)
  for (const { wallet_code, label, balance } of reading.get(accountWallets) ?? []) {
    if (wallet_code === undefined) continue
    const wallet = `wallet_${wallet_code.toLowerCase().replace(/[^a-z0-9]/g, '_')}`
    putWallet(traits, `${wallet}_balance`, balance, reading.settings)
    putWallet(traits, `${wallet}_label`, label, reading.settings)
  }
  return traits
}

/**
 * Wallets become scalars: Segment replaces an object trait as a whole, so a body that tells of one wallet would erase
 * the others. Where two codes make one name, the first keeps it.
 */
function putWallet(traits: Record<string, unknown>, name: string, value: unknown, { omit }: Settings): void {
  if (value !== undefined && !(name in traits) && !omit.has(foldName(name))) traits[name] = value
}

/** Adds a property, under its name as property or trait, unless it is absent or to be omitted. */
export function put(into: Record<string, unknown>, property: Property, name: string, reading: Reading): void {
  const { omit } = reading.settings
  if (omit.size > 0 && (omit.has(foldName(name)) || omit.has(foldName(property.name)))) return
  const value = property === printedCardNumber ? shownCard(reading) : reading.get(property)
  if (value !== undefined) into[name] = value
}

function shownCard(reading: Reading): string | undefined {
  const card = reading.get(printedCardNumber)
  return card === undefined ? undefined : showCard(card, reading.settings, reading.get(merchantId))
}

/** A card number's digits as the setting `cardNumber` lets them be seen; undefined when it does not. */
export function showCard(digits: string, { cardNumber }: Settings, merchant: string | undefined): string | undefined {
  if (cardNumber === 'last4') return `…${digits.slice(-4)}`
  if (cardNumber === 'hash') return sha256(`${merchant ?? ''}\0${digits}`)
  return cardNumber === 'plain' ? digits : undefined
}
