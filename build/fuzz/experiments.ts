import type fc from 'fast-check'
import type { Body } from '../bodies/bodies'
import { arbitraryJson, damagedSample } from './bodies'
import { type ClockReadings, clockReadings, everyClockChange } from './clock-changes'
import { invariants, type Verdicts } from './invariants'
import { wrongMoments } from './moments'
import { type Scenario, scenarioOf } from './scenario'
import { tried } from './trial'
import type { TriedFunction } from './tried-function'

/** A built function that is tried out. */
export interface Subject {
  readonly handle: TriedFunction
  /** Its text: what stands in it is no guest's. */
  readonly code: string
}

/** One kind of input, and what is looked at when the function has got it. */
export interface Experiment<Input = unknown> {
  /** A word, for command lines. */
  readonly name: string
  readonly title: string
  readonly inputs: fc.Arbitrary<Input>
  /** Every input there is, where there is an end to them. */
  readonly all?: () => Iterable<Input>
  readonly look: (input: Input, subject: Subject) => Promise<readonly (readonly [name: string, Verdicts])[]>
}

/** Every experiment; of the samples, one damages them. */
export function experimentsOn(samples: readonly Body[]): readonly Experiment[] {
  return [
    experiment({ name: 'arbitrary', title: 'arbitrary bodies', inputs: scenarioOf(arbitraryJson), look: lookAtTrial }),
    experiment({
      name: 'damaged',
      title: 'damaged samples',
      inputs: scenarioOf(damagedSample(samples)),
      look: lookAtTrial,
    }),
    experiment({
      name: 'clocks',
      title: 'clock changes',
      inputs: clockReadings,
      all: everyClockChange,
      look: lookAtClocks,
    }),
  ]
}

/** Whoever runs an experiment hands its inputs from one member to another, and need not know their type. */
function experiment<Input>(one: Experiment<Input>): Experiment {
  return one as Experiment // as nothing but its own inputs is ever given to `look`
}

async function lookAtTrial(scenario: Scenario, { handle, code }: Subject) {
  const trial = await tried(scenario, handle, code)
  return invariants.map(({ name, look }) => [name, look(trial)] as const)
}

async function lookAtClocks(readings: ClockReadings, { handle }: Subject) {
  return [['a time without an offset is the moment it means', await wrongMoments(readings, handle)] as const]
}
