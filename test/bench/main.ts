import { readSamples } from '../../build/bodies/bodies'
import { sampleFiles } from '../../build/bodies/samples'
import { buildFunction } from '../../build/bundle/built-function'
import { defineCommand } from '../../build/cli/command'
import { grouped } from '../../build/system/numbers'
import { runCommand } from '../run-command'
import { bytesKept, coldStart, growth, measureSamples } from './measures'
import { type Goal, goalTable, growthTable, speedGoals, timeTable } from './report'

/** In bytes. A reference per request would take eight. The engine's own memory varies by about one per request. */
const keptPerRequest = 4

const usual = { sampleTime: 100, requests: 100_000, batchSizes: [1, 10, 100, 1000] }
const brief = { sampleTime: 1, requests: 100, batchSizes: [1, 3] }

void runCommand(
  defineCommand({
    name: 'bench',
    summary: 'measure the built function on the samples: speed, growth, memory, cold start, size',
    options: { quick: { kind: 'flag', summary: 'measure very little, only to check that the bench works' } },
    examples: ['npm run bench'],
    async run({ quick }, _names, { screen, places }) {
      const { sampleTime, requests, batchSizes } = quick ? brief : usual
      const { code } = await buildFunction()
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
