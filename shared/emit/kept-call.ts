import { uuidOf } from '../json/hash'
import { foldName } from '../json/keys'
import { beginningOf } from '../json/problem'
import type { Registry } from '../properties/registry'
import { merchantId } from '../properties/transaction'
import { namesTimeBesideCreation } from '../read/event-time'
import type { ReadEvent } from '../read/events-reader'
import type { Layer } from '../read/layers'
import type { Settings } from '../settings/settings'
import type { Call, TrackMessage } from './call'
import { contentOf, valueContent } from './content'
import { keptBody } from './kept-body'
import { largestCall, sizeOf } from './limits'
import { digestOf } from './message-id'
import { library } from './version'

/**
 * The track call that keeps an event's body: of a rejected one with the reason, so that it can be sent again. The body is
 * cut, and nothing else, until the call fits.
 */
export function keptCall(event: ReadEvent, reason: string | undefined, registry: Registry, settings: Settings): Call {
  const { source, type, reading } = event
  const body = keptBody(bodyOf(event, registry), event, registry, settings)
  const name = reason === undefined ? 'Paytronix Event Received' : 'Paytronix Event Rejected'
  const sent = type.sent === undefined ? undefined : beginningOf(type.sent)
  const properties = {
    ...(reason !== undefined && { reason }),
    ...(sent !== undefined && { event_type: sent }),
    event_index: source.index,
    body,
  }
  const message: TrackMessage = {
    event: name,
    anonymousId: 'paytronix-kept',
    properties,
    context: { library: library() },
    messageId: uuidOf(digestOf([name, reading?.get(merchantId), sent, saidBy(event)])),
  }
  for (let most = Math.min(body.length, largestCall); sizeOf(message) > largestCall; most = Math.floor(most * 0.9)) {
    // Not within a character that takes two code units.
    properties.body = body.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
  }
  return { type: 'track', message }
}

function saidBy({ reading, source }: ReadEvent): string {
  if (reading === undefined) return valueContent(source.item)
  return contentOf([...reading.source.own, ...reading.source.outside], namesTimeBesideCreation(reading))
}

/** The event as it stands in the body and, around it, what counts of the surroundings of its list. */
function bodyOf({ source, reading }: ReadEvent, registry: Registry): unknown {
  if (reading === undefined) return source.item
  const { ownAround, around } = source
  const counting = countingKeys(registry)
  const counts = (key: string) => counting.has(foldName(key))
  const members = [
    ...ownAround.flatMap((layer) => membersOf(layer, Object.keys(layer.object))),
    ...around.flatMap((layer) => membersOf(layer, layer.found.names.filter(counts))),
  ]
  return members.length === 0 ? source.item : { ...Object.fromEntries(members.reverse()), data: source.item }
}

/** Some of a layer's members, without the list. */
function membersOf({ object, innerKey }: Layer, keys: readonly string[]): [key: string, value: unknown][] {
  return keys.flatMap((key) => (key === innerKey ? [] : [[key, object[key]]]))
}

/** The keys under which a list's surroundings may hold something for its events. */
function countingKeys({ properties }: Registry): ReadonlySet<string> {
  const places = properties.flatMap(({ outside, soughtIn }) => (outside === 'always' ? soughtIn : []))
  return new Set(places.flatMap(({ at, names }) => (at === 'event' ? names : at.replace(/\..*/, ''))).map(foldName))
}
