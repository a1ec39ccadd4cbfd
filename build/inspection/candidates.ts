import type { EventDefinition } from '../../shared/declare/event'
import type { Property } from '../../shared/declare/property'
import { foldName } from '../../shared/json/keys'
import type { JsonObject } from '../../shared/json/values'
import type { Step } from '../../shared/read/trace'
import { groupBy } from '../system/group-by'
import { memberPlace, type Place } from './places'

/** A value that stands under one of a property's names. */
export interface Candidate {
  readonly property: Property
  readonly key: string
  readonly value: unknown
  readonly place: Place
}

/** The candidates of every property, by its name, the first looked at first. */
export type Candidates = ReadonlyMap<string, readonly Candidate[]>

type Ranked = Candidate & { readonly rank: number }

/** What was found in an event and, where that is looked at too, in its envelope, in the order in which it counts. */
export function candidatesOf(
  own: readonly Step[],
  envelope: readonly Step[],
  placeOf: (object: object) => Place,
): Candidates {
  // An envelope's id is its own, and none of the events'.
  const defaults = ranked(envelope, placeOf).filter(({ property }) => property.name !== 'event_id')
  return groupBy([...ranked(own, placeOf), ...defaults], ({ property }) => property.name)
}

/** Whether an event of this kind takes a name for something else. */
export function isIgnored(key: string, definition: EventDefinition | undefined): boolean {
  return definition?.ignores.some((name) => foldName(name) === foldName(key)) ?? false
}

function ranked(steps: readonly Step[], placeOf: (object: object) => Place): Ranked[] {
  const all: Ranked[] = []
  let object: JsonObject = {}
  for (const step of steps) {
    if (step.step === 'visit') object = step.object
    if (step.step !== 'note') continue
    const { property, rank, key, value } = step
    all.push({ property, rank, key, value, place: memberPlace(placeOf(object), key, object[key], value) })
  }
  return all.sort((one, other) => one.rank - other.rank || (one.key < other.key ? -1 : 1))
}
