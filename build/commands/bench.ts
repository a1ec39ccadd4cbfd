import { usualEffort } from '../bench/effort'
import { goalsOf } from '../bench/goals'
import { benchText } from '../bench/report'
import { runBench } from '../bench/run'
import { readSamples } from '../bodies/bodies'
import { sampleFiles } from '../bodies/samples'
import { buildFunction } from '../bundle/built-function'
import { defineCommand, json } from '../cli/command'
import { printJson } from '../cli/screen'
import { UserError } from '../system/errors'

/** Measures speed, growth, memory, cold start and size. A missed goal is a finding, not a failure. */
export const bench = defineCommand({
  name: 'bench',
  summary: 'measure the built function on the samples: speed, growth, memory, cold start, size',
  options: { json },
  examples: ['npm run bench', 'npm run --silent bench -- --json > bench.json'],
  async run({ json: asJson }, _names, { screen, places }) {
    const bodies = readSamples(sampleFiles(places.samples))
    const measures = await runBench(await buildFunction(), bodies, usualEffort, screen.progress)
    if (measures === undefined)
      throw new UserError('no sample in test/webhooks gives a call, so there is nothing to measure')
    const goals = goalsOf(measures)
    if (asJson) printJson(screen, { ...measures, goals })
    else screen.print(benchText(measures, goals, screen))
    return 0
  },
})
