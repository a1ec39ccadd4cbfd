import type { EventDefinition } from '../../shared/declare/event'
import type { Outcome } from '../../shared/emit/handle'
import { foldName } from '../../shared/json/keys'
import { usable } from '../../shared/read/identity'
import type { Step } from '../../shared/read/trace'
import { pathKeys } from '../config/mapping-sources'
import type { SegmentCall } from '../runtime'
import { jsonPath } from '../system/json-path'
import { candidatesOf } from './candidates'
import { type Recognition, recognitionOf, typeOf } from './event-type'
import { explainWith, isOfOthers } from './explain'
import { emittedFields, knownFields, missingFields, propertiesOf } from './fields'
import { identityOf } from './identity'
import type { FoundValue, InspectedEvent } from './inspection'
import { type Evidence, originsOf, usedPlaces } from './origins'
import { type KeysOf, type Place, placeFrom, placeId } from './places'
import { plainJson } from './plain-json'
import { type Explain, remainderOf } from './remainder'
import type { Sighting } from './sightings'
import { type Unreadable, unreadableOf } from './unreadable'
import { worksOf } from './work'

/** What every event of a request has in common. */
export interface Surroundings {
  readonly keysOf: KeysOf
  readonly envelope: readonly Step[]
  readonly events: readonly EventDefinition[]
  readonly mapped: ReadonlyMap<string, readonly string[]>
  readonly omit: ReadonlySet<string>
}

/** An event, with the ids of the places that were used of it and of its envelope. */
export interface SeenEvent {
  readonly event: InspectedEvent
  readonly used: ReadonlySet<string>
  readonly explain: Explain
}

interface Examined {
  readonly evidence: Evidence
  readonly recognition: Recognition
  readonly isAccepted: boolean
  readonly unreadable: readonly Unreadable[]
  readonly used: ReadonlySet<string>
}

/** Makes of the work on an event, and of what became of it, what there is to say about it. */
export function inspectEvent(
  sighting: Sighting,
  outcome: Outcome | undefined,
  calls: readonly SegmentCall[],
  around: Surroundings,
): SeenEvent {
  const { index, event, steps } = sighting
  const examined = examine(sighting, outcome, around)
  const { evidence, recognition, isAccepted, unreadable, used } = examined
  const known = propertiesOf(recognition.definition)
  const found = isAccepted ? emittedFields(calls, known, evidence) : knownFields(known, evidence)
  const explain = explainWith({ ...around, evidence, used })
  const inspected: InspectedEvent = {
    index,
    place: jsonPath(around.keysOf(event) ?? []),
    rejection: outcome !== undefined && 'rejection' in outcome ? outcome.rejection.reason : null,
    type: typeOf(recognition, calls, isAccepted),
    identity: identityOf(steps, isAccepted ? calls : [], evidence),
    time: isAccepted ? timeOf(calls, evidence) : null,
    ownId: ownIdOf(evidence),
    found,
    unreadable: unreadable.map(({ placeIds: _, ...field }) => field),
    notFound: missingFields(known, found, [...around.omit, ...unreadable.map(({ name }) => foldName(name))], evidence),
    remainder: remainderOf(event, 'event', used, explain),
    calls,
  }
  return { event: inspected, used, explain }
}

/** Puts together what the steps tell of an event. */
function examine({ event, steps }: Sighting, outcome: Outcome | undefined, around: Surroundings): Examined {
  const { keysOf, envelope, events, mapped } = around
  const placeOf = placeFrom(event, keysOf)
  const candidates = candidatesOf(steps, envelope, placeOf)
  const recognition = recognitionOf(steps, candidates, events)
  const { definition } = recognition
  const evidence: Evidence = { works: worksOf(steps), definition, candidates, keysOf, placeOf, mapped }
  const isAccepted = outcome !== undefined && 'calls' in outcome
  const unreadable = unreadableOf(steps, evidence)
  const places = isAccepted ? usedPlaces(evidence) : knownPlaces(evidence, events)
  const used = new Set([...places, ...placesBeside(event, recognition, unreadable, evidence)])
  return { evidence, recognition, isAccepted, unreadable, used }
}

/** The places of what is known in a rejected event, but for what only events of other kinds have. */
function knownPlaces({ candidates, definition }: Evidence, events: readonly EventDefinition[]): string[] {
  const isForeign = (name: string) => isOfOthers(name, definition, events)
  const all = [...candidates.values()].flat().filter(({ key, property }) => key !== '' && !isForeign(property.name))
  return all.map(({ place }) => placeId(place))
}

/** What named the type, what was looked at in vain, and what mappings read. */
function placesBeside(
  event: object,
  { candidate }: Recognition,
  unreadable: readonly Unreadable[],
  { mapped }: Evidence,
): string[] {
  const read = [...mapped.values()].flat().map((path): Place => {
    const keys = pathKeys(path)
    return { in: Object.hasOwn(event, keys[0] ?? '') ? 'event' : 'envelope', keys }
  })
  const places = candidate === undefined ? read : [...read, candidate.place]
  return [...places.map(placeId), ...unreadable.flatMap(({ placeIds }) => placeIds)]
}

function timeOf(calls: readonly SegmentCall[], evidence: Evidence): FoundValue | null {
  const value = calls.at(-1)?.timestamp
  return value === undefined ? null : { value, origins: originsOf('timestamp', evidence) }
}

function ownIdOf(evidence: Evidence): FoundValue | null {
  const value = evidence.works.get('event_id')?.reads[0]?.value
  const isUsed = typeof value === 'string' && usable(value) !== undefined
  return isUsed ? { value: plainJson(value), origins: originsOf('event_id', evidence) } : null
}
