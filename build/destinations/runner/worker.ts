// Runs in the worker thread that runner.ts starts. It gets one trial at a time.
import { Socket } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import { destinations } from '..'
import { RecordedRequests } from './recorded-requests'
import { messageOf, runTrial } from './run-trial'
import { loadSegmentCode } from './segment-code'
import type { Trial, TrialAnswer } from './trial'

// Nothing reaches a tool, whatever a destination's code tries.
Socket.prototype.connect = () => {
  throw new Error('no network here')
}

const { directory }: { directory: string } = workerData
const code = loadSegmentCode(directory)
const recorded = new RecordedRequests(code)

async function answer(trial: Trial): Promise<TrialAnswer> {
  const destination = destinations.find(({ slug }) => slug === trial.slug)
  if (destination === undefined) throw new Error(`unknown destination ${trial.slug}`)
  try {
    return await runTrial(code, recorded, destination, trial)
  } catch (thrown) {
    return { failure: messageOf(thrown) }
  }
}

parentPort?.on('message', async (trial: Trial) => parentPort?.postMessage(await answer(trial)))
