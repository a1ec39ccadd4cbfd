import type { EventDefinition } from '../../shared/event'
import type { Outcome } from '../../shared/handle'
import { usable } from '../../shared/identity'
import { foldName } from '../../shared/keys'
import type { Property } from '../../shared/property'
import type { Step } from '../../shared/trace'
import { pathKeys } from '../mapping-sources'
import type { SegmentCall } from '../runtime'
import { candidatesOf } from './candidates'
import { type Recognition, recognitionOf, typeOf } from './event-type'
import { explainWith, hasOwn } from './explain'
import { emittedFields, knownFields, propertiesOf } from './fields'
import { identityOf } from './identity'
import type { FoundField, FoundValue, InspectedEvent } from './inspection'
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

/** Makes of the work on an event, and of what became of it, what there is to say about it. */
export function inspectEvent(
  { index, event, steps }: Sighting,
  outcome: Outcome | undefined,
  calls: readonly SegmentCall[],
  around: Surroundings,
): SeenEvent {
  const { keysOf, envelope, events, mapped, omit } = around
  const placeOf = placeFrom(event, keysOf)
  const candidates = candidatesOf(steps, envelope, placeOf)
  const evidence: Evidence = { works: worksOf(steps), candidates, keysOf, placeOf, mapped }
  const recognition = recognitionOf(steps, candidates, events)
  const isAccepted = outcome !== undefined && 'calls' in outcome
  const known = propertiesOf(recognition.definition)
  const found = isAccepted ? emittedFields(calls, known, evidence) : knownFields(known, evidence)
  const unreadable = unreadableOf(steps, evidence)
  const used = new Set([
    ...(isAccepted ? usedPlaces(evidence) : knownPlaces(evidence, known, events)),
    ...placesBeside(event, recognition, unreadable, evidence),
  ])
  const explain = explainWith({ evidence, used, definition: recognition.definition, events, omit })
  return {
    used,
    explain,
    event: {
      index,
      rejection: outcome !== undefined && 'rejection' in outcome ? outcome.rejection.reason : null,
      type: typeOf(recognition, calls, isAccepted),
      identity: identityOf(steps, isAccepted ? calls : [], evidence),
      time: isAccepted ? timeOf(calls, evidence) : null,
      ownId: ownIdOf(evidence),
      found,
      unreadable: unreadable.map(({ placeIds: _, ...field }) => field),
      notFound: notFound(known, evidence, found, unreadable, omit),
      remainder: remainderOf(event, 'event', used, explain),
      calls,
    },
  }
}

/** The places of what is known in a rejected event, but for what only events of other kinds have. */
function knownPlaces(
  { candidates }: Evidence,
  known: readonly Property[],
  events: readonly EventDefinition[],
): string[] {
  const names = new Set(known.map(({ name }) => name))
  const isForeign = (name: string) => !names.has(name) && events.some((event) => hasOwn(event, name))
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

/** What is left out on purpose is not missing, nor is what is known and only not emitted. */
function notFound(
  known: readonly Property[],
  { works }: Evidence,
  found: readonly FoundField[],
  unreadable: readonly Unreadable[],
  omit: ReadonlySet<string>,
): string[] {
  const present = new Set(found.flatMap(({ property, trait }) => [property, trait]))
  const left = new Set(unreadable.map(({ name }) => name))
  const missing = known.filter(({ name, trait = name }) => {
    const isEmitted = present.has(name) || present.has(trait)
    const isKnown = works.get(name)?.result?.value !== undefined || left.has(name)
    return !isEmitted && !isKnown && !omit.has(foldName(name)) && !omit.has(foldName(trait))
  })
  return missing.map(({ name, trait = name, track }) => (track ? name : trait))
}
