import type { EventDefinition } from '../../shared/declare/event'
import type { Outcome } from '../../shared/emit/handle'
import { foldName } from '../../shared/json/keys'
import type { FunctionSettings, SegmentCall } from '../runtime'
import { inspectEvent, type SeenEvent } from './event'
import type { Inspection, Remainder } from './inspection'
import { type Explain, remainderOf } from './remainder'
import { isMisshapen, type Sightings, sightingsOf } from './sightings'
import type { Watched } from './watch'

/** What is the same for every request, but for the names that its settings leave out. */
interface Fixed {
  readonly mapped: ReadonlyMap<string, readonly string[]>
  readonly events: readonly EventDefinition[]
  readonly omit: ReadonlySet<string>
}

/** Makes of what was watched what there is to say about it. */
export function inspectionOf({ status, error, calls, warnings, steps }: Watched, fixed: Fixed): Inspection {
  const sightings = sightingsOf(steps)
  const { keysOf, outcomes } = sightings
  const callsOf = callsByEvent(calls, outcomes)
  const around = { ...fixed, keysOf, envelope: sightings.envelope?.steps ?? [] }
  const seen = sightings.events.map((sighting) =>
    inspectEvent(sighting, outcomes[sighting.index], callsOf[sighting.index] ?? [], around),
  )
  return {
    status,
    error,
    events: seen.map(({ event }) => event),
    misshapen: misshapenIn(outcomes),
    envelope: envelopeRemainder(sightings, seen),
    warnings,
  }
}

function misshapenIn(outcomes: readonly Outcome[]): Inspection['misshapen'] {
  return outcomes.flatMap((outcome, index) => {
    return isMisshapen(outcome) ? [{ index, rejection: outcome.rejection.reason }] : []
  })
}

/** Every event that gives calls gives one track call, and that last. A rejected one gives none, unless it is kept. */
function callsByEvent(calls: readonly SegmentCall[], outcomes: readonly Outcome[]): SegmentCall[][] {
  const groups: SegmentCall[][] = [[]]
  for (const call of calls) {
    groups.at(-1)?.push(call)
    if (call.type === 'track') groups.push([])
  }
  const tracks = groups.length - 1
  const isKept = tracks === outcomes.length
  let next = 0
  return outcomes.map((outcome) => ('calls' in outcome || isKept ? (groups[next++] ?? []) : []))
}

function envelopeRemainder({ envelope, events }: Sightings, seen: readonly SeenEvent[]): Remainder {
  const used = new Set(seen.flatMap((one) => [...one.used]))
  const explain: Explain = (place) =>
    seen.map((one) => one.explain(place)).find((why) => why !== null) ?? hidden(place.keys[0], events)
  return envelope === undefined
    ? { unused: [], neverEmitted: [] }
    : remainderOf(envelope.object, 'envelope', used, explain)
}

/** A mapping sees of an envelope only what its event does not have itself. */
function hidden(key: string | undefined, events: Sightings['events']): string | null {
  const isHidden = key !== undefined && events.every(({ event }) => Object.hasOwn(event, key))
  return isHidden ? `every event has its own ${key}` : null
}

/** The folded names in the setting `omit`. */
export function omitted({ omit }: FunctionSettings): Set<string> {
  return new Set(Array.isArray(omit) ? omit.map((name) => foldName(String(name))) : [])
}
