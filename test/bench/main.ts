import { readSamples } from '../../build/bodies/bodies'
import { sampleFiles } from '../../build/bodies/samples'
import { bundle } from '../../build/bundle/bundle'
import { defineCommand } from '../../build/cli/command'
import { wholeNumber } from '../../build/cli/whole-number'
import { unconfigured } from '../../build/config/config'
import { grouped } from '../../build/system/numbers'
import { chosen, runCommand } from '../run-command'
import { backfillTable, benchBackfill } from './backfill'
import { bytesKept, coldStart, growth, measureSamples } from './measures'
import { type Goal, goalTable, growthTable, speedGoals, timeTable } from './report'

/** In bytes. A reference per request would take eight. The engine's own memory varies by about one per request. */
const keptPerRequest = 4

const usual = { sampleTime: 100, requests: 100_000, batchSizes: [1, 10, 100, 1000] }
const brief = { sampleTime: 1, requests: 100, batchSizes: [1, 3] }

void runCommand(
  defineCommand({
    name: 'bench',
    summary: 'measure the built function on the samples (speed, growth, memory, cold start, size), or the backfill',
    arguments: { name: 'part', summary: 'function (default) or backfill' },
    options: {
      quick: { kind: 'flag', summary: 'measure very little, only to check that the bench works' },
      lines: { kind: 'text', value: 'n', summary: 'lines to backfill (default: 50,000)' },
      against: {
        kind: 'text',
        value: 'directory',
        summary: 'another checkout, whose backfill takes turns with this one',
      },
    },
    examples: ['npm run bench', 'npm run bench -- backfill --against ../other-checkout'],
    async run({ quick, lines: givenLines, against }, names, { screen, places }) {
      const parts = chosen(names, ['function', 'backfill'])
      if (names.length > 0 && parts.includes('backfill')) {
        const lines = wholeNumber('lines', givenLines, { least: 1, most: 10_000_000 }) ?? (quick ? 100 : 50_000)
        const runs = quick ? 1 : 3
        screen.print(backfillTable(await benchBackfill({ lines, runs, against, progress: screen.progress })))
      }
      if (names.length > 0 && !parts.includes('function')) return 0
      const { sampleTime, requests, batchSizes } = quick ? brief : usual
      const { code } = await bundle({ config: unconfigured })
      const bodies = readSamples(sampleFiles(places.samples))
      const samples = await measureSamples(code, bodies, sampleTime)
      screen.print(`${timeTable(samples)}\n`)
      const times = await growth(code, bodies, batchSizes, sampleTime)
      screen.print(`${growthTable(batchSizes, times)}\n`)
      const [alone = Number.NaN] = times
      const works = samples.map(({ work }) => work)
      const goals: Goal[] = [
        ...speedGoals(samples),
        { name: 'event in a large batch to alone', measured: (times.at(-1) ?? alone) / alone, atMost: 2, unit: '×' },
        {
          name: `kept after ${grouped(requests)} requests`,
          measured: await bytesKept(works, requests),
          atMost: requests * keptPerRequest,
          unit: 'bytes',
        },
        { name: 'cold start', measured: await coldStart(code), atMost: 3, unit: 'ms' },
        { name: 'size', measured: Buffer.byteLength(code), atMost: 100 * 1024, unit: 'bytes' },
      ]
      screen.print(goalTable(goals))
      return 0
    },
  }),
)
