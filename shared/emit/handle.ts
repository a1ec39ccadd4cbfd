import type { EventDefinition } from '../declare/event'
import { foldName } from '../json/keys'
import { beginningOf, problem } from '../json/problem'
import { shapeOf } from '../json/values'
import { timeOf } from '../read/event-time'
import type { ReadEvent } from '../read/events-reader'
import { fitsCall, identityOf } from '../read/identity'
import type { Settings } from '../settings/settings'
import type { Call } from './call'
import { callsOf } from './calls'
import { messageIdsOf } from './message-id'
import type { Rejection } from './rejection'

/** What becomes of one event: its calls, or why it has none. */
export type EventResult = { readonly calls: readonly Call[] } | { readonly rejection: Rejection }

/** Handles one event by itself; nothing is emitted. */
export function handleEvent(event: ReadEvent, settings: Settings): EventResult {
  const { source, type, reading } = event
  const place = `event[${source.index}]`
  if (reading === undefined) return reject('shape', problem(place, 'an object', shapeOf(source.item)))
  const { definition, sent } = type
  if (sent === undefined || !isSupported(sent, definition, settings)) {
    return reject('type', unsupported(place, sent))
  }
  const identity = identityOf(reading)
  if (identity === undefined) {
    return reject('identity', problem(`${place}.identity`, 'a user id, card, account, e-mail or phone', 'no identity'))
  }
  const timestamp = timeOf(reading)
  const ids = messageIdsOf({ reading, identity, timestamp, type: definition?.name ?? sent })
  const name = emittedName(sent, definition, settings)
  return { calls: callsOf({ definition, name, reading, identity, ids, timestamp }) }
}

function reject(kind: Rejection['kind'], reason: string): EventResult {
  return { rejection: { kind, reason } }
}

function isSupported(type: string, definition: EventDefinition | undefined, settings: Settings): boolean {
  return definition !== undefined || (settings.unknownEvents === 'track' && fitsCall(type))
}

/** The documented name, or the type as sent, unless the setting `eventNames` renames it, by name or by alias. */
export function emittedName(
  type: string,
  definition: EventDefinition | undefined,
  { eventNames }: Pick<Settings, 'eventNames'>,
): string {
  const name = definition?.name ?? type
  if (eventNames.size === 0) return name
  const renamed = [name, ...(definition?.aliases ?? []), type].map((one) => eventNames.get(foldName(one)))
  return renamed.find((one) => one !== undefined) ?? name
}

function unsupported(place: string, type: string | undefined): string {
  const [received, advice] =
    type === undefined
      ? ['none', 'name it in eventType, or in the webhook URL as event=…']
      : [quote(type), 'add it to eventAliases or set unknownEvents to "track"']
  return problem(`${place}.type`, 'a Paytronix event type', received, advice)
}

/** An event type is the one thing of a body that messages show, and of that at most 100 characters. */
function quote(type: string): string {
  return beginningOf(JSON.stringify(type))
}
