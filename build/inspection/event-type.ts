import type { EventDefinition } from '../../shared/declare/event'
import { foldLetters } from '../../shared/json/keys'
import type { Step } from '../../shared/read/trace'
import type { SegmentCall } from '../runtime'
import type { Candidate, Candidates } from './candidates'
import type { InspectedType } from './inspection'
import { originOf } from './places'

/** What the function took an event for. */
export interface Recognition {
  readonly type: string | undefined
  readonly definition: EventDefinition | undefined
  /** What named the type; none when the URL did, or nothing. */
  readonly candidate: Candidate | undefined
}

export function recognitionOf(
  steps: readonly Step[],
  candidates: Candidates,
  events: readonly EventDefinition[],
): Recognition {
  const named = steps.find((step) => step.step === 'named')?.value
  const step = steps.find((step) => step.step === 'type')
  return {
    type: step?.type,
    // The one of these sources, for the built function's own says nothing to people.
    definition: events.find(({ name }) => name === step?.definition?.name),
    candidate: named === undefined ? undefined : candidates.get('event_type')?.find(({ value }) => value === named),
  }
}

/** The same for people, with the name under which it is tracked, if it is. */
export function typeOf(
  { type, definition, candidate }: Recognition,
  calls: readonly SegmentCall[],
  isAccepted: boolean,
): InspectedType {
  const track = isAccepted ? calls.find((call) => call.type === 'track')?.event : undefined
  const byUrl = type === undefined ? null : ({ from: 'url', path: 'event' } as const)
  return {
    sent: type ?? null,
    origin: candidate === undefined ? byUrl : originOf(candidate.place),
    event: definition?.name ?? null,
    knownAs: type === undefined || definition === undefined ? null : knownAs(type, definition),
    emittedAs: typeof track === 'string' ? track : null,
  }
}

function knownAs(type: string, { name, aliases }: EventDefinition): InspectedType['knownAs'] {
  const isSame = (other: string) => foldLetters(other) === foldLetters(type)
  if (isSame(name)) return 'name'
  return aliases.some(isSame) ? 'alias' : 'eventAliases'
}
