import fc from 'fast-check'
import { readSamples } from '../../build/bodies/bodies'
import { sampleFiles } from '../../build/bodies/samples'
import { bundle } from '../../build/bundle/bundle'
import { unconfigured } from '../../build/config/config'
import { webhooksDirectory } from '../webhook-cases'
import { arbitraryBody, damagedSample } from './bodies'
import { checksOf, type Kind } from './properties'
import { scenarioOf } from './scenario'
import { runTrial } from './trial'
import { loadTried } from './tried-function'

const samples = readSamples(sampleFiles(webhooksDirectory))
const seed = 20250718

let code = ''
beforeAll(async () => {
  code = (await bundle({ config: unconfigured })).code
})

test.each<[kind: Kind, numRuns: number]>([
  ['arbitrary', 200],
  ['damaged', 200],
  ['clocks', 100],
])('all invariants hold: %s, %d runs', async (kind, numRuns) => {
  expect(await checksOf(code, samples)[kind]({ numRuns, seed })).toBeUndefined()
})

test.each([
  ['arbitrary bodies', arbitraryBody],
  ['damaged samples', damagedSample(samples)],
])('of 100 %s at least a third are accepted and some are rejected', async (_, bodies) => {
  const handle = loadTried(code)
  const trials = fc.sample(scenarioOf(bodies), { numRuns: 100, seed }).map((one) => runTrial(one, handle, code))
  const accepted = (await Promise.all(trials)).filter(({ sent }) => sent.error === null).length
  expect(accepted).toBeGreaterThan(33)
  expect(accepted).toBeLessThan(100)
})

test('what breaks an invariant is reported with what repeats it', async () => {
  const failing = "async function onRequest() { throw new TypeError('there is no list') }"
  const { damaged } = checksOf(failing, samples)
  const report = (await damaged({ numRuns: 20, seed: 7 })) ?? ''
  expect(report).toContain('only Segment’s own error types are thrown: TypeError: there is no list')
  const [, path = ''] = /seed: 7, path: "([\d:]+)"/.exec(report) ?? []
  expect(await damaged({ numRuns: 20, seed: 7, path })).toContain('failed after 1 tests')
})
