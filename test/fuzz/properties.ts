import fc from 'fast-check'
import type { Body } from '../../build/bodies/bodies'
import { installSegmentGlobals } from '../segment-globals'
import { arbitraryBody, damagedSample } from './bodies'
import { clockReadings, everyClockChange, wrongMoment } from './clocks'
import { mergedGuests, twoGuests } from './guests'
import { brokenInvariant } from './invariants'
import { type Scenario, scenarioOf } from './scenario'
import { runTrial } from './trial'
import { loadTried } from './tried-function'

/** The inputs of a check. */
export interface Effort {
  readonly numRuns: number
  /** The same seed gives the same inputs. */
  readonly seed: number
  /** Repeats the counterexample at this path of fast-check. */
  readonly path?: string
}

/** Runs inputs through the function. Returns fast-check's report on the smallest counterexample, if there is one. */
type Check = (effort: Effort) => Promise<string | undefined>

/** The checks of a built function, by the kind of input. */
export function checksOf(code: string, samples: readonly Body[]) {
  // The sources tell where the layers of a body stand.
  installSegmentGlobals()
  const handle = loadTried(code)
  const trial = async (scenario: Scenario) => brokenInvariant(await runTrial(scenario, handle, code))
  return {
    arbitrary: checkOf(scenarioOf(arbitraryBody), trial),
    damaged: checkOf(scenarioOf(damagedSample(samples)), trial),
    guests: checkOf(twoGuests, (guests) => mergedGuests(guests, handle)),
    clocks: checkOf(clockReadings, (readings) => wrongMoment(readings, handle)),
  } as const satisfies Record<string, Check>
}

export type Kind = keyof ReturnType<typeof checksOf>
export const kinds = ['arbitrary', 'damaged', 'guests', 'clocks'] as const satisfies readonly Kind[]

/** Checks every clock change from 2000 to 2100. Returns the first reading that is converted wrongly. */
export async function checkEveryClockChange(code: string): Promise<string | undefined> {
  const handle = loadTried(code)
  for (const readings of everyClockChange()) {
    const wrong = await wrongMoment(readings, handle)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

function checkOf<Input>(inputs: fc.Arbitrary<Input>, wrong: (input: Input) => Promise<string | undefined>): Check {
  const property = fc.asyncProperty(inputs, async (input) => {
    const message = await wrong(input)
    if (message !== undefined) throw new Error(message)
  })
  return async (effort) =>
    fc.asyncDefaultReportMessage(await fc.check(property, { ...effort, includeErrorInReport: true }))
}
