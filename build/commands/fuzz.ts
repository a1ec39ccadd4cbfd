import { randomInt } from 'node:crypto'
import { readSamples } from '../bodies/bodies'
import { sampleFiles } from '../bodies/samples'
import { bundle } from '../bundle/bundle'
import { type Context, defineCommand, json } from '../cli/command'
import { printJson } from '../cli/screen'
import { wholeNumber } from '../cli/whole-number'
import type { Experiment, Subject } from '../fuzz/experiments'
import { fuzzDocument, fuzzText, type Tried } from '../fuzz/report'
import type { Findings } from '../fuzz/run'
import { loadTried } from '../fuzz/tried-function'
import { UserError } from '../system/errors'
import { counted, grouped } from '../system/numbers'

const usualRuns = 10_000
/** fast-check's seeds are integers of 32 bits. */
const largestSeed = 2 ** 31 - 1

/** Looks for bodies that break what always holds. Built without aliases and mappings, so that all see the same. */
export const fuzz = defineCommand({
  name: 'fuzz',
  summary: 'try the built function on hostile and damaged bodies, and on every clock change',
  options: {
    runs: { kind: 'text', value: 'count', summary: `bodies of each kind; ${grouped(usualRuns)} unless given` },
    seed: { kind: 'text', value: 'number', summary: 'the same seed gives the same bodies; a random one unless given' },
    only: {
      kind: 'text',
      value: 'kind',
      summary: 'arbitrary, damaged or clocks; with the path that a failing run printed, just that',
    },
    json,
  },
  examples: ['npm run fuzz', 'npm run fuzz -- --runs 1000000', 'npm run fuzz -- --seed 42 --only damaged:17:0:3'],
  async run({ runs, seed: givenSeed, only, json: asJson }, _names, context) {
    const seed = wholeNumber('seed', givenSeed, { least: 0, most: largestSeed }) ?? randomInt(largestSeed)
    const effort = { runs: wholeNumber('runs', runs, { least: 1, most: largestSeed }) ?? usualRuns, seed }
    const { screen, places } = context
    const { code } = await bundle({ config: { eventAliases: {}, mappings: {} } })
    const subject: Subject = { code, handle: loadTried(code) }
    const samples = readSamples(sampleFiles(places.samples))
    if (samples.length === 0) throw new UserError('there are no samples in test/webhooks to damage')
    // Loaded when it is needed: what it generates with takes longer than all else that a command begins with.
    const { experimentsOn } = await import('../fuzz/experiments')
    const experiments = experimentsOn(samples)
    const all: Tried[] = []
    for (const { experiment, path: of } of chosen(experiments, only)) {
      all.push({ experiment, findings: await findingsOf(experiment, subject, { ...effort, path: of }, context) })
    }
    screen.progress('')
    if (asJson) printJson(screen, fuzzDocument(all, seed))
    else screen.print(fuzzText(all, seed, screen))
    return all.some(({ findings }) => findings.counterexample !== undefined) ? 1 : 0
  },
})

/** All of an experiment's inputs where there is an end to them, else as many as wanted. */
async function findingsOf(
  experiment: Experiment,
  subject: Subject,
  effort: { readonly runs: number; readonly seed: number; readonly path: string | undefined },
  { screen }: Context,
): Promise<Findings> {
  const progress = (run: number) => {
    if (run % 500 === 0) screen.progress(`${experiment.title}: ${counted(run, 'run')} …`)
  }
  const { fuzz: tryRandomly, tryAll } = await import('../fuzz/run')
  return experiment.all === undefined || effort.path !== undefined
    ? tryRandomly(experiment, subject, { ...effort, progress })
    : tryAll(experiment, experiment.all(), subject, progress)
}

/** @throws UserError for a kind that there is not. */
function chosen(
  experiments: readonly Experiment[],
  only: string | undefined,
): { experiment: Experiment; path: string | undefined }[] {
  if (only === undefined) return experiments.map((experiment) => ({ experiment, path: undefined }))
  const [, name, path] = /^(\w+)(?::([\d:]+))?$/.exec(only) ?? []
  const experiment = experiments.find((one) => one.name === name)
  if (experiment !== undefined) return [{ experiment, path }]
  const names = experiments.map((one) => one.name).join(', ')
  throw new UserError(`--only: expected ${names}, or one with its path as a failing run prints it, damaged:17:0:3`, 2)
}
