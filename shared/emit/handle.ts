import type { EventDefinition } from '../declare/event'
import { foldName } from '../json/keys'
import { beginningOf, problem } from '../json/problem'
import { shapeOf } from '../json/values'
import { timeOf } from '../read/event-time'
import type { ReadEvent } from '../read/events-reader'
import { identityOf } from '../read/identity'
import type { Settings } from '../settings/settings'
import type { Call } from './call'
import { callsOf } from './calls'
import { messageIdsOf } from './message-id'

/** What one event of a request gives: its calls, or why it has none of its own. */
export interface EventCalls {
  readonly calls: readonly Call[]
  readonly rejection: Rejection | undefined
}

/** One line in the grammar of every message, and the error of a request that has no other event. */
export interface Rejection {
  readonly reason: string
  readonly Failure: new (message: string) => Error
}

/** Handles one event by itself; nothing is emitted. */
export function handleEvent(event: ReadEvent, settings: Settings): EventCalls {
  const { source, type, reading } = event
  const place = `event[${source.index}]`
  if (reading === undefined) return rejected(InvalidEventPayload, problem(place, 'an object', shapeOf(source.item)))
  const { definition, sent } = type
  if (sent === undefined || (definition === undefined && settings.unknownEvents === 'reject')) {
    return rejected(EventNotSupported, unsupported(place, sent))
  }
  const identity = identityOf(reading)
  if (identity === undefined) {
    const expected = 'a user id, card, account, e-mail or phone'
    return rejected(InvalidEventPayload, problem(`${place}.identity`, expected, 'no identity'))
  }
  const timestamp = timeOf(reading)
  const ids = messageIdsOf({ reading, identity, timestamp, type: definition?.name ?? sent })
  const name = emittedName(sent, definition, settings)
  return { calls: callsOf({ definition, name, reading, identity, ids, timestamp }), rejection: undefined }
}

function rejected(Failure: Rejection['Failure'], reason: string): EventCalls {
  return { calls: [], rejection: { Failure, reason } }
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

/** An event type is the one thing of a body that messages show, and of that at most 100 characters. */
function unsupported(place: string, type: string | undefined): string {
  const [received, advice] =
    type === undefined
      ? ['none', 'name it in eventType, or in the webhook URL as event=…']
      : [beginningOf(JSON.stringify(type)), 'add it to eventAliases or set unknownEvents to "track"']
  return problem(`${place}.type`, 'a Paytronix event type', received, advice)
}
