import fc from 'fast-check'
import type { Experiment, Subject } from './experiments'

/** How many runs, and which. */
export interface Effort {
  readonly runs: number
  /** The same seed gives the same inputs. */
  readonly seed: number
  /** Where among the runs of a seed, and how far shrunk, a counterexample was found: only that is run. */
  readonly path?: string | undefined
  /** Told the number of each run, from 1. */
  readonly progress?: (run: number) => void
}

/** What an experiment showed. */
export interface Findings {
  readonly runs: number
  /** How many things were looked at for each invariant: calls, messages and so on. */
  readonly looked: ReadonlyMap<string, number>
  readonly counterexample: Counterexample | undefined
}

/** The smallest input that was found to break an invariant. */
export interface Counterexample {
  readonly input: unknown
  /** The invariant, and what is wrong. */
  readonly broken: string
  /** See {@link Effort}; undefined when every input there is was tried. */
  readonly path: string | undefined
}

/** Tries random inputs until one breaks an invariant, and makes that one as small as can be. */
export async function fuzz(experiment: Experiment, subject: Subject, effort: Effort): Promise<Findings> {
  const { runs: numRuns, seed, path, progress } = effort
  const looked = new Map<string, number>()
  let run = 0
  const property = fc.asyncProperty(experiment.inputs, async (input) => {
    progress?.(++run)
    const broken = await brokenBy(input, experiment, subject, looked)
    if (broken !== undefined) throw new Error(broken)
  })
  const details = await fc.check(property, { numRuns, seed, ...(path !== undefined && { path }) })
  return { runs: details.numRuns, looked, counterexample: counterexampleOf(details) }
}

/** Tries every input there is, up to the first one that breaks an invariant. */
export async function tryAll(
  experiment: Experiment,
  inputs: Iterable<unknown>,
  subject: Subject,
  progress?: Effort['progress'],
): Promise<Findings> {
  const looked = new Map<string, number>()
  let runs = 0
  for (const input of inputs) {
    progress?.(++runs)
    const broken = await brokenBy(input, experiment, subject, looked)
    if (broken !== undefined) return { runs, looked, counterexample: { input, broken, path: undefined } }
  }
  return { runs, looked, counterexample: undefined }
}

/** The first invariant that an input breaks, with what is wrong; undefined when all hold. */
async function brokenBy(
  input: unknown,
  { look }: Experiment,
  subject: Subject,
  looked: Map<string, number>,
): Promise<string | undefined> {
  for (const [name, verdicts] of await look(input, subject)) {
    looked.set(name, (looked.get(name) ?? 0) + verdicts.length)
    const wrong = verdicts.find((verdict) => verdict !== undefined)
    if (wrong !== undefined) return `${name}: ${wrong}`
  }
  return undefined
}

function counterexampleOf(details: fc.RunDetails<[unknown]>): Counterexample | undefined {
  const { counterexample, counterexamplePath, errorInstance } = details
  if (counterexample === null || counterexamplePath === null) return undefined
  const broken = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
  return { input: counterexample[0], broken, path: counterexamplePath }
}
