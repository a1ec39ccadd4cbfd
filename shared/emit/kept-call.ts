import { namesOf } from '../declare/property'
import { uuidOf } from '../json/hash'
import { objectIn } from '../json/json-text'
import { foldName } from '../json/keys'
import { beginningOf } from '../json/problem'
import type { JsonObject } from '../json/values'
import { keepableBody } from '../privacy/kept-body'
import { addresses } from '../properties/address'
import { isPaymentCard, printedCardNumber } from '../properties/card'
import { guestSections } from '../properties/guest'
import type { Registry } from '../properties/registry'
import { merchantId } from '../properties/transaction'
import { namesTimeBesideCreation } from '../read/event-time'
import type { EventSource } from '../read/events'
import type { ReadEvent } from '../read/events-reader'
import type { Layer } from '../read/layers'
import type { Settings } from '../settings/settings'
import type { Call, TrackMessage } from './call'
import { contentOf, valueContent } from './content'
import { largestCall, sizeOf } from './limits'
import { digestOf } from './message-id'
import { library } from './version'

/** The track call that keeps an event's body: of a rejected one with the reason, so that it can be sent again. */
export function keptCall(event: ReadEvent, reason: string | undefined, registry: Registry, settings: Settings): Call {
  const { source, type } = event
  const body = JSON.stringify(keepableBody(bodyOf(event, registry), keptEvent(event, registry, settings)) ?? null)
  const name = reason === undefined ? 'Paytronix Event Received' : 'Paytronix Event Rejected'
  const sent = type.sent === undefined ? undefined : beginningOf(type.sent)
  const messageId = uuidOf(digestOf([name, event.reading?.get(merchantId), sent, saidBy(event)]))
  return cutBody(body, (text) => ({
    event: name,
    anonymousId: 'paytronix-kept',
    properties: {
      ...(reason !== undefined && { reason }),
      ...(sent !== undefined && { event_type: sent }),
      event_index: source.index,
      body: text,
    },
    context: { library: library() },
    messageId,
  }))
}

function saidBy({ reading, source }: ReadEvent): string {
  if (reading === undefined) return valueContent(source.item)
  return contentOf([...reading.source.own, ...reading.source.outside], namesTimeBesideCreation(reading))
}

/** The event as it stands in the body and, around it, what counts of the surroundings of its list. */
function bodyOf({ source, reading }: ReadEvent, registry: Registry): unknown {
  const surroundings = reading === undefined ? {} : surroundingsOf(source, registry)
  return Object.keys(surroundings).length === 0 ? source.item : { ...surroundings, data: source.item }
}

/** All that belongs to the event, or what may count for it. */
function surroundingsOf({ ownAround, around }: EventSource, registry: Registry): JsonObject {
  const counting = countingKeys(registry)
  const kept = [
    ...ownAround.map((layer) => membersOf(layer, Object.keys(layer.object))),
    ...around.map((layer) =>
      membersOf(
        layer,
        layer.found.names.filter((key) => counting.has(foldName(key))),
      ),
    ),
  ]
  return Object.assign({}, ...kept)
}

/** Some of a layer's members, without the list. */
function membersOf({ object, innerKey }: Layer, keys: readonly string[]): JsonObject {
  return Object.fromEntries(keys.flatMap((key) => (key === innerKey ? [] : [[key, object[key]]])))
}

/** The keys under which a list's surroundings may hold something for its events. */
function countingKeys({ properties }: Registry): ReadonlySet<string> {
  const counting = properties.filter(({ outside }) => outside === 'always')
  return new Set(
    counting.flatMap((property) => [
      ...namesOf(property).map(foldName),
      ...property.soughtIn.flatMap(({ at }) => (at === 'event' ? [] : [foldName(at.replace(/\..*/, ''))])),
    ]),
  )
}

const guestSectionNames: ReadonlySet<string> = new Set(guestSections.map(({ at }) => foldName(at)))

function keptEvent({ reading, type }: ReadEvent, registry: Registry, settings: Settings) {
  const isForeignHere = type.definition?.ignores.includes('cardnumber') === true
  return {
    settings,
    merchant: reading?.get(merchantId),
    card: reading?.get(printedCardNumber),
    isOmitted: isOmittedBy(settings, registry),
    withoutOmitted: settings.omit.has('address') ? withoutAddress : (value: unknown) => value,
    isPaymentCard: (object: JsonObject) => isForeignHere || isPaymentCard(object),
  }
}

/** The members of an address stand in a guest's section itself, too; elsewhere they are a store's. */
function withoutAddress(value: unknown, key: string): unknown {
  const section = guestSectionNames.has(foldName(key)) ? objectIn(value) : undefined
  if (section === undefined) return value
  return Object.fromEntries(Object.entries(section).filter(([name]) => !addresses.isMember(name)))
}

/** A name in `omit` leaves out every spelling under which its property is read. */
function isOmittedBy({ omit }: Settings, { properties }: Registry): (name: string) => boolean {
  if (omit.size === 0) return () => false
  const isMeant = (name: string | undefined) => name !== undefined && omit.has(foldName(name))
  const omitted = properties.filter(({ name, trait }) => isMeant(name) || isMeant(trait))
  const spellings = omitted.flatMap(({ soughtIn }) => soughtIn.flatMap(({ names }) => names))
  const left = new Set([...omit, ...spellings.map((name) => foldName(name.replace('[0]', '')))])
  return (name) => left.has(foldName(name))
}

/** Cuts the body, and nothing else, until the call fits; not within a character that takes two code units. */
function cutBody(body: string, messageWith: (body: string) => TrackMessage): Call {
  let message = messageWith(body)
  for (
    let length = Math.min(body.length, largestCall);
    sizeOf(message) > largestCall;
    length = Math.floor(length * 0.9)
  ) {
    message = messageWith(body.slice(0, length).replace(/[\uD800-\uDBFF]$/, ''))
  }
  return { type: 'track', message }
}
