import { randomInt } from 'node:crypto'
import { readSamples } from '../../build/bodies/bodies'
import { sampleFiles } from '../../build/bodies/samples'
import { bundle } from '../../build/bundle/bundle'
import { defineCommand } from '../../build/cli/command'
import { wholeNumber } from '../../build/cli/whole-number'
import { chosen, runCommand } from '../run-command'
import { checkEveryClockChange, checksOf, kinds } from './properties'

/** fast-check takes integers of 32 bits. */
const most = 2 ** 31 - 1

void runCommand(
  defineCommand({
    name: 'fuzz',
    summary: 'send hostile inputs to the built function, and check what always holds',
    arguments: { name: 'kind', summary: `${kinds.join(', ')}; all of them unless given` },
    options: {
      runs: { kind: 'text', value: 'count', summary: 'inputs of each kind; 10,000 unless given' },
      seed: { kind: 'text', value: 'number', summary: 'the same seed gives the same inputs' },
      path: { kind: 'text', value: 'path', summary: 'with a kind and a seed: repeats what fast-check reported' },
    },
    examples: ['npm run fuzz -- --runs 1000000', 'npm run fuzz -- damaged --seed 42 --path 17:0:3'],
    async run({ runs, seed: givenSeed, path }, names, { screen, places }) {
      const seed = wholeNumber('seed', givenSeed, { least: 0, most }) ?? randomInt(most)
      const numRuns = wholeNumber('runs', runs, { least: 1, most }) ?? 10_000
      const given = chosen(names, kinds)
      screen.print(`seed ${seed}`)
      // Without a user's aliases and mappings, so that everybody tries the same function.
      const { code } = await bundle({ config: { eventAliases: {}, mappings: {} } })
      const checks = checksOf(code, readSamples(sampleFiles(places.samples)))
      let exitCode: 0 | 1 = 0
      for (const kind of given) {
        const isExhaustive = kind === 'clocks' && path === undefined
        const check = isExhaustive
          ? checkEveryClockChange(code)
          : checks[kind]({ numRuns, seed, ...(path && { path }) })
        const failure = await check
        screen.print(`${kind}: ${failure ?? 'all invariants hold'}`)
        if (failure !== undefined) exitCode = 1
      }
      return exitCode
    },
  }),
)
