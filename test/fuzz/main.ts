import { randomInt } from 'node:crypto'
import { readSamples } from '../../build/bodies/bodies'
import { sampleFiles } from '../../build/bodies/samples'
import { bundle } from '../../build/bundle/bundle'
import { defineCommand } from '../../build/cli/command'
import { wholeNumber } from '../../build/cli/whole-number'
import { unconfigured } from '../../build/config/config'
import { chosen, runCommand } from '../run-command'
import { checkEveryClockChange, checksOf, kinds } from './properties'

/** fast-check accepts integers of 32 bits. */
const most = 2 ** 31 - 1

void runCommand(
  defineCommand({
    name: 'fuzz',
    summary: 'send hostile inputs to the built function and check its invariants',
    arguments: { name: 'kind', summary: `${kinds.join(', ')}; default: all` },
    options: {
      runs: { kind: 'text', value: 'count', summary: 'inputs of each kind (default: 10,000)' },
      seed: { kind: 'text', value: 'number', summary: 'the same seed gives the same inputs' },
      path: {
        kind: 'text',
        value: 'path',
        summary: 'repeats a case that fast-check reported; needs a kind and a seed',
      },
    },
    examples: ['npm run fuzz -- --runs 1000000', 'npm run fuzz -- damaged --seed 42 --path 17:0:3'],
    async run({ runs, seed: givenSeed, path }, names, { screen, places }) {
      const seed = wholeNumber('seed', givenSeed, { least: 0, most }) ?? randomInt(most)
      const numRuns = wholeNumber('runs', runs, { least: 1, most }) ?? 10_000
      const chosenKinds = chosen(names, kinds)
      screen.print(`seed ${seed}`)
      // Without a user's aliases and mappings, so that all users test the same function.
      const { code } = await bundle({ config: unconfigured })
      const checks = checksOf(code, readSamples(sampleFiles(places.samples)))
      let exitCode: 0 | 1 = 0
      for (const kind of chosenKinds) {
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
