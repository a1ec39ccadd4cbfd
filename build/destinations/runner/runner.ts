import { existsSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { bundleWorker } from '../../runtime/bundle-worker'
import { inOrder } from '../../runtime/in-order'
import { UserError } from '../../system/errors'
import type { CallOutcome, Trial, TrialAnswer, TrialOutcome } from './trial'

/** Runs trials in a thread of its own, so that it slows nothing else. */
export interface Runner {
  /** One trial after the other. What a destination's code throws is in the outcome. */
  run(trial: Trial): Promise<TrialOutcome>
  close(): Promise<void>
}

/** Whether Segment's destination code is installed in a directory. */
export function isInstalled(directory: string): boolean {
  return existsSync(path.join(directory, 'node_modules', '@segment', 'action-destinations', 'package.json'))
}

export const howToInstall = 'npm ci --prefix build/destinations'

/**
 * @param directory where Segment's destination code is installed.
 * @throws UserError when it is not.
 */
export async function startRunner(directory: string): Promise<Runner> {
  if (!isInstalled(directory)) {
    throw new UserError(`Segment's destination code is not installed (105 MB); run ${howToInstall}`)
  }
  const source = await bundleWorker(path.join(__dirname, 'worker.ts'))
  // Without empty flags and environment, the worker would load tsx.
  const worker = new Worker(source, { eval: true, workerData: { directory }, execArgv: [], env: {} })
  worker.unref()
  const oneByOne = inOrder()
  return {
    run: (trial) => oneByOne(async () => outcomeOf(trial, await ask(worker, trial))),
    async close() {
      await worker.terminate()
    },
  }
}

function ask(worker: Worker, trial: Trial): Promise<TrialAnswer> {
  return new Promise((resolve, reject) => {
    const onExit = () => settle(() => reject(new Error('the worker ended before it answered')))
    const onError = (error: unknown) => settle(() => reject(error))
    const onMessage = (answer: TrialAnswer) => settle(() => resolve(answer))
    function settle(finish: () => void): void {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref()
      finish()
    }
    // An idle worker must not keep the program alive, but one with work to do must.
    worker.ref()
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(trial)
  })
}

/** Code that cannot even be loaded fails for each call. */
function outcomeOf({ calls }: Trial, answer: TrialAnswer): TrialOutcome {
  if (!('failure' in answer)) return answer
  const outcome: CallOutcome = { fired: [], lost: [], error: answer.failure }
  return { subscriptions: [], outcomes: calls.map(() => outcome) }
}
