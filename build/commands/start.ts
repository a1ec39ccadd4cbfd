import path from 'node:path'
import { readSamples } from '../bodies/bodies'
import { sampleFiles } from '../bodies/samples'
import { type Bundle, bundle, writeBundle } from '../bundle/bundle'
import { defineCommand, json } from '../cli/command'
import { printJson, type Screen } from '../cli/screen'
import { readProjectConfig } from '../config/project-config'
import { flowText } from '../render/flow'
import { resultText } from '../render/result'
import { totalsText } from '../render/totals'
import { type Result, simulate } from '../runtime/simulation'
import { groupBy } from '../system/group-by'
import { counted, grouped } from '../system/numbers'

/** The first look at the project: builds the function and runs the samples. */
export const start = defineCommand({
  name: 'start',
  summary: 'build the function, run samples through it and print what Segment would receive',
  options: { all: { kind: 'flag', summary: 'print what every sample gives, not one of each event' }, json },
  examples: ['npm start', 'npm start -- --all'],
  async run({ all, json: asJson }, _names, { places, screen }) {
    const built = await bundle({ config: readProjectConfig(places.config) })
    const file = path.relative('', writeBundle(built, places.dist))
    const requests = readSamples(sampleFiles(places.samples)).map((one) => ({ file: one.file, body: one.text }))
    const results = await collect(simulate({ code: built.code, settings: {}, note: screen.note }, requests))
    const shown = all ? results : oneOfEach(results, screen)
    if (asJson) printJson(screen, shown)
    else screen.print([beginning(file, built, shown, screen.width), ...textsOf(shown, screen), ending(file)].join('\n'))
    return results.some(isBroken) ? 1 : 0
  },
})

async function collect(results: AsyncIterable<Result>): Promise<Result[]> {
  const collected: Result[] = []
  for await (const result of results) collected.push(result)
  return collected
}

/** All that is printed should fit on a few screens, so of a sample it may be so many lines. */
const mostLines = 23

/** Of each event the sample that shows the most and is not long. Samples of one event are in one directory. */
function oneOfEach(results: readonly Result[], screen: Screen): Result[] {
  const lengthOf = (result: Result) => resultText(result, screen).split('\n').length
  return [...groupBy(results, ({ file }) => path.dirname(file)).values()].map((alike) => {
    const telling = alike.filter(({ status, warnings }) => status === 'ok' && warnings.length === 0)
    const sorted = [...(telling.length > 0 ? telling : alike)].sort((one, other) => lengthOf(one) - lengthOf(other))
    return sorted.findLast((result) => lengthOf(result) <= mostLines) ?? sorted[0] ?? alike[0]
  })
}

function textsOf(results: readonly Result[], screen: Screen): string[] {
  if (results.length === 0) return []
  const totals = flowText(totalsText(results), screen.width)
  return [...results.map((result) => `${resultText(result, screen)}\n`), ...totals, '']
}

/** Some samples show a rejection. No sample may show a crash. */
function isBroken({ status }: Result): boolean {
  return status === 'error' || status === 'timeout' || status === 'refused'
}

function beginning(file: string, { bytes }: Bundle, { length: samples }: readonly Result[], width: number): string {
  const built = `Built the function: ${file}, ${grouped(bytes)} bytes.`
  const what =
    samples === 0
      ? 'test/webhooks has no samples yet, so there is nothing to run.'
      : `Now ${counted(samples, 'sample webhook')} from test/webhooks ran through it on this machine. Below is what Segment would receive; nothing is sent anywhere.`
  return `${built}\n${flowText(what, width).join('\n')}\n`
}

function ending(file: string): string {
  return `Next:
  npm run simulate -- body.json   run a body of your own
  npm run dev                     receive webhooks, and look at them on a page
  npm start -- --all              every sample
  ${file.padEnd(30)}  paste it into a source function in Segment`
}
