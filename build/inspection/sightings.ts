import type { Outcome } from '../../shared/emit/handle'
import type { Rejection } from '../../shared/emit/rejected'
import type { JsonObject } from '../../shared/json/values'
import type { Step } from '../../shared/read/trace'
import { type KeysOf, locate } from './places'

/** The work on one event. */
export interface Sighting {
  /** Its place in the request, from 0. */
  readonly index: number
  readonly event: JsonObject
  readonly steps: readonly Step[]
}

/** The work on a request, event by event. */
export interface Sightings {
  readonly body: unknown
  readonly keysOf: KeysOf
  /** The object around several events, and the search in it. */
  readonly envelope: Part | undefined
  readonly events: readonly Sighting[]
  /** What became of each item of the request, in order; none when it was refused before. */
  readonly outcomes: readonly Outcome[]
}

interface Part {
  readonly object: JsonObject
  readonly steps: readonly Step[]
}

/** Cuts the steps of a request where the search in another object begins. */
export function sightingsOf(steps: readonly Step[]): Sightings {
  const parts: { object: JsonObject; steps: Step[] }[] = []
  let body: unknown
  let outcomes: readonly Outcome[] = []
  for (const step of steps) {
    if (step.step === 'body') body = step.body
    else if (step.step === 'settle') outcomes = step.outcomes
    else if (step.step === 'find') parts.push({ object: step.object, steps: [] })
    else parts.at(-1)?.steps.push(step)
  }
  const keysOf = locate(body)
  // The envelope is a copy without the list of events, and so no part of the body.
  const isEnvelope = ({ object }: Part) => keysOf(object) === undefined
  const envelope = parts.find(isEnvelope)
  const items = parts.filter((part) => !isEnvelope(part))
  return { body, keysOf, envelope, events: inPlace(items, outcomes), outcomes }
}

/** What is no object is not looked into, but counts. */
function inPlace(parts: readonly Part[], outcomes: readonly Outcome[]): Sighting[] {
  const indexes = outcomes.flatMap((outcome, index) => (isMisshapen(outcome) ? [] : [index]))
  return parts.map(({ object, steps }, number) => ({ index: indexes[number] ?? number, event: object, steps }))
}

/** Whether an item of a body is no object. */
export function isMisshapen(outcome: Outcome): outcome is Extract<Outcome, { rejection: Rejection }> {
  return 'rejection' in outcome && outcome.rejection.kind === 'shape'
}
