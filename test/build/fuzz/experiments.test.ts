import { readSamples } from '../../../build/bodies/bodies'
import { sampleFiles } from '../../../build/bodies/samples'
import { bundle } from '../../../build/bundle/bundle'
import { experimentsOn, type Subject } from '../../../build/fuzz/experiments'
import { invariants } from '../../../build/fuzz/invariants'
import { fuzz } from '../../../build/fuzz/run'
import { loadTried } from '../../../build/fuzz/tried-function'
import { webhooksDirectory } from '../../webhook-cases'

let subject: Subject
beforeAll(async () => {
  const { code } = await bundle({ config: { eventAliases: {}, mappings: {} } })
  subject = { code, handle: loadTried(code) }
})

const always = invariants.map(({ name }) => name)
const expected: Readonly<Record<string, readonly string[]>> = {
  arbitrary: always,
  damaged: always,
  clocks: ['a time without an offset is the moment it means'],
}

test.each(experimentsOn(readSamples(sampleFiles(webhooksDirectory))))(
  'of 1,000 $title none breaks what always holds',
  async (experiment) => {
    const { runs, looked, counterexample } = await fuzz(experiment, subject, { runs: 1000, seed: 20250718 })
    expect(counterexample).toBeUndefined()
    expect(runs).toBe(1000)
    expect([...looked].flatMap(([name, count]) => (count > 0 ? [name] : []))).toEqual(expected[experiment.name])
  },
  // Only so long where everything else runs at the same time.
  60_000,
)
