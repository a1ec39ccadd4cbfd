import type { Call } from '../../shared/emit/call'
import type { EventCalls } from '../../shared/emit/handle'
import { propertiesOf, traitsOf } from '../../shared/emit/values'
import { isAbsent, shapeOf } from '../../shared/json/values'
import { eventTime, otherTime, ownId } from '../../shared/properties/own'
import type { Registry } from '../../shared/properties/registry'
import { timeOf } from '../../shared/read/event-time'
import type { ReadEvent } from '../../shared/read/events-reader'
import { identityOf } from '../../shared/read/identity'
import { keptReading } from '../../shared/read/kept'
import type { EventReading } from '../../shared/read/reading'
import type { Json, SegmentCall } from '../runtime/receipt'
import { jsonPath } from '../system/json-path'
import { inspectedType } from './event-type'
import { foundFields, missingFields } from './fields'
import { inspectedIdentity } from './identity'
import type { Explanation, FoundValue, InspectedEvent, Origin, Remainder } from './inspection'
import type { MappingSource } from './mapping-source'
import { mappingOrigins, originsOf, unique } from './origins'
import { exactPlace } from './places'
import { reasonsOf } from './reasons'
import { type Part, remaindersOf } from './remainder'
import { originOf, type Subject, subjectOf } from './subject'
import { type Use, usesOf } from './uses'

/** A request that was handled. */
export interface HandledRequest {
  readonly body: unknown
  readonly events: readonly ReadEvent[]
  /** The calls or the rejection of each event. */
  readonly outcomes: readonly EventCalls[]
  readonly registry: Registry
  readonly mappings: readonly MappingSource[]
}

/** Explains a handled request by what its readings kept. */
export function explain({ body, events, outcomes, registry, mappings }: HandledRequest): Explanation {
  const subjects = events.flatMap((event, index) => {
    const outcome = outcomes[index]
    if (!hasReading(event) || outcome === undefined) return []
    if (outcome.rejection !== undefined) askAll(event)
    return [subjectOf(body, event, outcome, registry, mappings)]
  })
  const uses = subjects.map(usesOf)
  const [first] = subjects
  // The fields around all events are the same for each event.
  const around: Part = { base: [], explain: first ? reasonsOf(first, ['own', 'outside', 'around']) : () => null }
  const parts = subjects.map(
    (subject): Part => ({ base: subject.base, explain: reasonsOf(subject, ['own', 'outside']) }),
  )
  const misshapen = events
    .filter((event) => !hasReading(event))
    .map(({ source }) => exactPlace(body, source.path ?? [], false))
  // An item that is not an event has a part of its own.
  const others = misshapen.map((base): Part => ({ base, explain: () => null }))
  const remainders = remaindersOf(body, around, [...parts, ...others], uses.flat())
  const nothing: Remainder = { used: [], unused: [], neverEmitted: [] }
  const remainderOf = (part: Part | undefined) => (part && remainders.get(part)) ?? nothing
  return {
    events: subjects.map((subject, index) => inspectedEvent(subject, uses[index] ?? [], remainderOf(parts[index]))),
    misshapen: outcomes.flatMap(({ rejection }, index) => {
      return rejection && !events[index]?.reading ? [{ index, rejection: rejection.reason }] : []
    }),
    envelope: remainderOf(around),
  }
}

function hasReading(event: ReadEvent): event is ReadEvent & { readonly reading: EventReading } {
  return event.reading !== undefined
}

/** Reads everything of a rejected event, because the function read little of it. */
function askAll({ reading, type }: ReadEvent & { readonly reading: EventReading }): void {
  propertiesOf(reading, type.definition)
  traitsOf(reading)
  reading.get(ownId)
  timeOf(reading)
  if (keptReading(reading).tried.length === 0) identityOf(reading)
}

function inspectedEvent(subject: Subject, uses: readonly Use[], remainder: Remainder): InspectedEvent {
  const { event, base, outcome, mappings, reading } = subject
  const unreadable = uses.filter(({ verdict }) => verdict === 'unreadable')
  const timestamp = outcome.calls.find(({ message }) => message.timestamp !== undefined)?.message.timestamp
  const id = reading.get(ownId)
  return {
    index: event.source.index,
    place: jsonPath(base),
    rejection: outcome.rejection?.reason ?? null,
    type: inspectedType(subject),
    identity: inspectedIdentity(subject, uses),
    time: timestamp === undefined ? null : { value: timestamp, origins: timeOrigins(subject) },
    ownId: id === undefined ? null : { value: id, origins: originsOf(ownId, subject) },
    found: foundFields(subject),
    unreadable: unreadable.map((use) => {
      const { by: name, expected, sent } = use
      return { name, origins: originsOfUse(use, subject), expected, received: shapeOf(sent), value: scalarOf(sent) }
    }),
    nobody: uses
      .filter(({ verdict }) => verdict === 'nobody')
      .map((use) => {
        return { name: use.by, value: scalarOf(use.sent), origins: originsOfUse(use, subject) }
      }),
    notFound: missingFields(
      subject,
      unreadable.map(({ by }) => by),
    ),
    outside: reading.source.outside.map(({ path = [] }) => originOf(path, subject).path),
    emptyMappings: mappings.filter(({ isFound }) => !isFound).map(({ name, paths }) => ({ name, paths })),
    remainder,
    calls: outcome.calls.map(segmentCall),
  }
}

function segmentCall({ type, message }: Call): SegmentCall {
  const call: object = { type, ...message }
  // All its values came from JSON.
  return call as SegmentCall
}

function timeOrigins(subject: Subject): FoundValue['origins'] {
  return unique([eventTime, otherTime].flatMap((time) => originsOf(time, subject)))
}

function originsOfUse({ keys, by }: Use, subject: Subject): Origin[] {
  return keys === undefined ? mappingOrigins(by, subject) : [originOf(keys, subject)]
}

function scalarOf(sent: unknown): Json {
  // A JSON value that is not an object or a list is a scalar.
  return typeof sent === 'object' || isAbsent(sent) ? null : (sent as Json)
}
