import { readSamples } from '../bodies/bodies'
import { sampleFiles } from '../bodies/samples'
import { bundle } from '../bundle/bundle'
import type { Document } from '../catalog/docs/documents'
import { unconfigured } from '../config/config'
import type { SegmentCall } from '../runtime/receipt'
import { simulate } from '../runtime/simulation'
import { destinations } from '.'
import type { Destination } from './destination'
import { type Documented, documentText } from './document-text'
import { type Runner, startRunner } from './runner/runner'
import { tryCalls } from './try-calls'

/**
 * `docs/destinations.md`, from the subscriptions and from what Segment's code makes of all samples, with orders.
 * @param samples the directory of the samples.
 * @param directory where Segment's destination code is installed.
 */
export async function destinationsDocument(samples: string, directory: string): Promise<Document> {
  const calls = (await callsOf(samples)).map((call) => ({ call }))
  const runner = await startRunner(directory)
  try {
    const documented: Documented[] = []
    for (const destination of destinations) documented.push(await documentedBy(runner, destination, calls))
    return { file: 'destinations.md', text: documentText(documented) }
  } finally {
    runner.close()
  }
}

async function callsOf(samples: string): Promise<SegmentCall[]> {
  const { code: script } = await bundle({ config: unconfigured })
  const requests = readSamples(sampleFiles(samples)).map(({ file, text }) => ({ file, body: text }))
  const calls: SegmentCall[] = []
  const simulation = { code: script, settings: { orders: 'track' }, note: () => undefined }
  for await (const result of simulate(simulation, requests)) calls.push(...result.calls)
  return calls
}

async function documentedBy(
  runner: Runner,
  destination: Destination,
  calls: readonly { call: SegmentCall }[],
): Promise<Documented> {
  // The time of receipt is that of no sample, and the same whenever this runs.
  const how = { receivedAt: '2031-12-24T01:02:03.000Z', tellsLost: false }
  const byDefault = await tryCalls(runner, destination, calls, { ...how, mode: 'default' })
  return { destination, byDefault, ready: await tryCalls(runner, destination, calls, { ...how, mode: 'ready' }) }
}
