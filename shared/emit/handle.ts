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

<<<<<<< HEAD
/** Handles one event by itself; nothing is emitted. */
export function handleEvent(event: ReadEvent, settings: Settings): EventResult {
  const { source, type, reading } = event
  const place = `event[${source.index}]`
  if (reading === undefined) return reject('shape', problem(place, 'an object', shapeOf(source.item)))
  const { definition, sent } = type
  if (sent === undefined || !isSupported(sent, definition, settings)) {
    return reject('type', unsupported(place, sent))
=======
/** What all events of a request share. */
export interface RequestContext {
  readonly registry: Registry
  readonly settings: Settings
  /** The URL's query parameter `event`, for Paytronix may be given one URL per event. */
  readonly urlType: string | null
}

/** What an envelope says for the events in it. */
interface Envelope {
  readonly body: JsonObject
  readonly found: Found
  /** Its part in an event's content; its time counts only for events without one. */
  readonly content: (withTime: boolean) => string
}

interface Source {
  readonly context: RequestContext
  readonly index: number
  readonly isCanonical: boolean
  readonly envelope: Envelope | undefined
}

/** Handles a request's events, each by itself; nothing is emitted. */
export function handleBatch({ items, envelope, isCanonical }: Batch, context: RequestContext): Outcome[] {
  const shared = envelope && readEnvelope(envelope, context.registry)
  return items.map((item, index) => {
    const source = { context, index, isCanonical, envelope: shared }
    return isObject(item) ? handleEvent(item, source) : { rejection: misshapen(item, source) }
  })
}

function handleEvent(event: JsonObject, source: Source): Outcome {
  const { registry, settings } = source.context
  const found = registry.find(event)
  const type = typeOf(found, source)
  const definition = type === undefined ? undefined : registry.events.get(foldLetters(type))
  TRACE: trace({ step: 'type', type, definition })
  const reading = readingOf(event, found, definition, source)
  const reject = (kind: Rejection['kind'], reason: string): Outcome => {
    const merchant = reading.get(merchantId)
    const card = reading.get(printedCardNumber)
    const content = contentIn(event, reading, source)
    return { rejection: { kind, reason, index: source.index, event, content, type, merchant, card, definition } }
>>>>>>> main
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

<<<<<<< HEAD
function reject(kind: Rejection['kind'], reason: string): EventResult {
  return { rejection: { kind, reason } }
=======
/** An envelope's id is its own, and none of the events'. */
function readEnvelope(body: JsonObject, registry: Registry): Envelope {
  const found = registry.find(body).map((candidates, id) => (id === ownId.id ? undefined : candidates))
  const content = memo((withTime: boolean) => {
    const text = envelopeContentOf(body, withTime)
    // An envelope that adds nothing leaves the event what it is alone.
    return text === '{}' ? '' : `\n${sha256(text)}`
  })
  return { body, found, content }
}

/** Only text names a type; a member of the same name may be the wrapper. */
function typeOf(found: Found, { context, envelope }: Source): string | undefined {
  const candidates = listOf(found[eventType.id], listOf(envelope?.found[eventType.id]))
  const named = candidates.find(({ value }) => typeof value === 'string')?.value
  TRACE: trace({ step: 'named', value: named })
  return text(named === undefined ? context.urlType : named)
>>>>>>> main
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

