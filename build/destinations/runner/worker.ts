// Runs in the process that runner.ts starts, with the directory of Segment's code as its argument. It gets one trial at a
// time.
import { Socket } from 'node:net'
import { destinations } from '..'
import { RecordedRequests } from './recorded-requests'
import { messageOf, runTrial } from './run-trial'
import { loadSegmentCode, type SegmentCode } from './segment-code'
import type { Trial, TrialAnswer } from './trial'

// Nothing reaches a tool, whatever a destination's code tries.
Socket.prototype.connect = () => {
  throw new Error('no network here')
}

const [, , directory = ''] = process.argv
let loaded: { readonly code: SegmentCode; readonly recorded: RecordedRequests } | undefined

function load(): NonNullable<typeof loaded> {
  const code = loadSegmentCode(directory)
  return { code, recorded: new RecordedRequests(code) }
}

async function answer(trial: Trial): Promise<TrialAnswer> {
  try {
    loaded ??= load()
    const destination = destinations.find(({ slug }) => slug === trial.slug)
    if (destination === undefined) throw new Error(`unknown destination ${trial.slug}`)
    return await runTrial(loaded.code, loaded.recorded, destination, trial)
  } catch (thrown) {
    return { failure: messageOf(thrown) }
  }
}

process.on('message', async (trial: Trial) => process.send?.(await answer(trial)))
process.on('disconnect', () => process.exit())
