import path from 'node:path'
import { readSamples } from '../bodies/bodies'
import { sampleFiles } from '../bodies/samples'
import { buildFunction } from '../bundle/built-function'
import { type Bundle, writeBundle } from '../bundle/bundle'
import { defineCommand, json } from '../cli/command'
import { flow } from '../render/flow'
import type { Result } from '../runtime/simulation'
import { counted, grouped } from '../system/numbers'
import { printResults } from './simulation/print-results'

/** The first look at the project: builds the function and runs the samples. */
export const start = defineCommand({
  name: 'start',
  summary: 'build the function, run every sample webhook through it and print what Segment would receive',
  options: { json },
  examples: ['npm start'],
  async run({ json: asJson }, _names, context) {
    const bundle = await buildFunction()
    const file = path.relative('', writeBundle(bundle, context.places.dist))
    const requests = readSamples(sampleFiles(context.places.samples)).map((one) => ({ file: one.file, body: one.text }))
    const say = asJson ? () => undefined : context.screen.print
    say(beginning(file, bundle, requests.length, context.screen.width))
    const run = { code: bundle.code, settings: {}, requests, asJson }
    const results = asJson || requests.length > 0 ? await printResults(run, context.screen) : []
    if (results.length > 0) say('')
    say(ending(file))
    return results.some(isBroken) ? 1 : 0
  },
})

/** Some samples show a rejection. No sample may show a crash. */
function isBroken({ status }: Result): boolean {
  return status === 'error' || status === 'timeout' || status === 'refused'
}

function beginning(file: string, { bytes }: Bundle, samples: number, width: number): string {
  const built = `Built the function: ${file}, ${grouped(bytes)} bytes.`
  const what =
    samples === 0
      ? 'test/webhooks has no samples yet, so there is nothing to run.'
      : `Now ${counted(samples, 'sample webhook')} from test/webhooks run through it on this machine. Below is what Segment would receive; nothing is sent anywhere.`
  return `${built}\n${flow(what.split(' '), width).join('\n')}\n`
}

function ending(file: string): string {
  return `Next:
  npm run simulate -- body.json   run a body of your own
  npm run simulate -- --help      change bodies, settings and headers
  ${file.padEnd(30)}  paste it into a source function in Segment`
}
