import { randomInt } from 'node:crypto'
import { readSamples } from '../../build/bodies/bodies'
import { sampleFiles } from '../../build/bodies/samples'
import { bundle } from '../../build/bundle/bundle'
import { defineCommand } from '../../build/cli/command'
import { wholeNumber } from '../../build/cli/whole-number'
import { unconfigured } from '../../build/config/config'
import { figureTable } from '../../build/render/table'
import { grouped } from '../../build/system/numbers'
import { chosen, runCommand } from '../run-command'
import { backfillKills } from './backfill-kills'
import { backfillMemory } from './backfill-memory'
import { createRandom, greatestSeed } from './random'
import { redeliver } from './redelivery'

const guests = 5_000

void runCommand(
  defineCommand({
    name: 'soak',
    summary: 'try the built function and the backfill at scale',
    arguments: { name: 'part', summary: 'redelivery, backfill or kills; default: all' },
    options: {
      seed: { kind: 'text', value: 'number', summary: 'repeats the redelivery of this seed' },
      events: { kind: 'text', value: 'number', summary: 'events to redeliver (default: 100,000)' },
    },
    examples: ['npm run soak', 'npm run soak -- redelivery --events 3000 --seed 7'],
    async run({ seed: givenSeed, events: givenEvents }, names, { screen, places }) {
      const parts = chosen(names, ['redelivery', 'backfill', 'kills'])
      const seed = wholeNumber('seed', givenSeed, { least: 0, most: greatestSeed }) ?? randomInt(greatestSeed)
      const events = wholeNumber('events', givenEvents, { least: 1, most: 1_000_000 }) ?? 100_000
      const { progress } = screen
      const wrong: string[] = []
      const show = (title: string, { wrong: found, ...figures }: { readonly wrong: readonly string[] }) => {
        const rows = Object.entries(figures).map(([name, figure]) => [name, grouped(Number(figure))])
        screen.print(`${figureTable([[title, ''], ...rows], 0)}\n`)
        wrong.push(...found)
      }
      if (parts.includes('redelivery')) {
        screen.note(`seed ${seed}`)
        const { code } = await bundle({ config: unconfigured })
        const samples = readSamples(sampleFiles(places.samples))
        show('redelivery', await redeliver(code, samples, { seed, events, guests, progress }))
      }
      if (parts.includes('backfill')) show('backfill', await backfillMemory(progress))
      if (parts.includes('kills')) show('kills', await backfillKills(createRandom(seed), progress))
      for (const one of wrong.slice(0, 10)) screen.print(one)
      screen.print(wrong.length === 0 ? 'all checks passed' : `FAILED: ${grouped(wrong.length)} problems`)
      return wrong.length === 0 ? 0 : 1
    },
  }),
)
