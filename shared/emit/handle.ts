import type { EventDefinition } from '../declare/event'
import type { Registry } from '../declare/registry'
import { sha256 } from '../json/hash'
import { foldLetters, foldName } from '../json/keys'
import { memo } from '../json/memo'
import { beginningOf, problem } from '../json/problem'
import { isObject, type JsonObject, shapeOf } from '../json/values'
import { text } from '../normalize/text'
import { printedCardNumber } from '../properties/card'
import { eventTime, eventType, ownId } from '../properties/own'
import { merchantId } from '../properties/transaction'
import type { Batch } from '../read/body'
import { fitsCall, identify, usable } from '../read/identity'
import { type Candidate, type Found, listOf } from '../read/reader'
import { Reading } from '../read/reading'
import { trace } from '../read/trace'
import type { Settings } from '../settings/settings'
import { type Call, callsOf } from './calls'
import { contentOf, envelopeContentOf, eventDigest } from './message-id'
import type { Rejection } from './rejected'

/** What became of one event: its calls, or why it has none. */
export type Outcome = { readonly calls: readonly Call[] } | { readonly rejection: Rejection }

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
  }
  if (type === undefined || !isSupported(type, definition, settings))
    return reject('type', unsupported(type, source.index))
  const identity = identify(reading)
  if (identity === undefined) return reject('identity', nobody(source.index))
  const name = emittedName(type, definition, settings)
  const digest = digestOf(event, definition?.name ?? type, reading, source)
  return { calls: callsOf({ definition, name, reading, identity, digest, timestamp: timeOf(reading) }) }
}

function readingOf(event: JsonObject, found: Found, definition: EventDefinition | undefined, source: Source): Reading {
  const { context, envelope, index } = source
  const heeded = (all: Found) => heed(all, definition?.ignores ?? [])
  const mapped = context.registry.configuration.mapEvent?.({ ...envelope?.body, ...event }, context.registry)
  const own = mapped === undefined ? heeded(found) : mapped.replace(heeded(found))
  return new Reading({ index, own, defaults: heeded(envelope?.found ?? []), mapped, settings: context.settings })
}

/** What was found, without what stands under names that mean something else in this kind of event. */
function heed(found: Found, ignores: readonly string[]): Found {
  if (ignores.length === 0) return found
  const names = new Set(ignores.map(foldName))
  const heeded = (one: Candidate | undefined): Candidate | undefined => {
    if (one === undefined) return undefined
    return names.has(foldName(one.key)) ? heeded(one.next) : { ...one, next: heeded(one.next) }
  }
  return found.map(heeded)
}

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
  const renamed = [name, ...(definition?.aliases ?? []), type].map((one) => eventNames.get(foldLetters(one)))
  return renamed.find((one) => one !== undefined) ?? name
}

/** The event's own id tells it apart where it has a usable one, else its content. */
function digestOf(event: JsonObject, type: string, reading: Reading, source: Source): string {
  const names = [reading.get(merchantId) ?? null, type]
  const id = usable(reading.find(ownId))
  return id === undefined ? eventDigest(names, contentIn(event, reading, source)) : eventDigest([...names, id])
}

/** The event's content and, of its envelope, what counts for it. */
function contentIn(event: unknown, reading: Reading | undefined, { isCanonical, envelope }: Source): string {
  const hasTime = reading?.source.own[eventTime.id] !== undefined
  return contentOf(event, isCanonical) + (envelope?.content(!hasTime) ?? '')
}

/** The first readable time; the envelope's only when the event names none at all. */
function timeOf(reading: Reading): string | undefined {
  const { own, defaults } = reading.source
  for (const { value } of listOf(own[eventTime.id] ?? defaults[eventTime.id])) {
    const time = reading.read(eventTime, value)
    if (time !== undefined) return time
  }
  return undefined
}

function misshapen(item: unknown, source: Source): Rejection {
  const { index } = source
  const reason = problem(`event[${index}]`, 'an object', shapeOf(item))
  return { kind: 'shape', reason, index, event: item, content: contentIn(item, undefined, source) }
}

function unsupported(type: string | undefined, index: number): string {
  const [received, advice] =
    type === undefined
      ? ['none', 'name it in eventType, or in the webhook URL as event=…']
      : [quote(type), 'add it to eventAliases or set unknownEvents to "track"']
  return problem(`event[${index}].type`, 'a Paytronix event type', received, advice)
}

/** An event type is the one thing of a body that messages show, and of that at most 100 characters. */
function quote(type: string): string {
  return beginningOf(JSON.stringify(type))
}

function nobody(index: number): string {
  return problem(`event[${index}].identity`, 'a user id, card, account, e-mail or phone', 'no identity')
}
