import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { bundleWorker } from '../../runtime/bundle-worker'
import { inOrder } from '../../runtime/in-order'
import { UserError } from '../../system/errors'
import type { CallOutcome, Trial, TrialAnswer, TrialOutcome } from './trial'

/** Runs trials in a process of its own, so that it slows nothing else. */
export interface Runner {
  /** One trial after the other. What a destination's code throws is in the outcome. */
  run(trial: Trial): Promise<TrialOutcome>
  close(): void
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
  let worker = startWorker(source, directory)
  const oneByOne = inOrder()
  return {
    run: (trial) =>
      oneByOne(async () => {
        if (!isRunning(worker)) worker = startWorker(source, directory)
        return outcomeOf(trial, await ask(worker, trial))
      }),
    close: () => void worker.kill(),
  }
}

/**
 * A process and not a thread, as some destinations read a date in the time zone of the process, and Segment's is UTC. It
 * has none of the variables that may hold a secret.
 */
function startWorker(source: string, directory: string): ChildProcess {
  const env = { TZ: 'UTC', SystemRoot: process.env.SystemRoot }
  const worker = spawn(process.execPath, ['-', directory], { stdio: ['pipe', 'ignore', 'inherit', 'ipc'], env })
  // Without listeners, a process that cannot start would end the program. Whoever asks it is told.
  worker.on('error', () => undefined)
  worker.stdin?.on('error', () => undefined).end(source)
  keepAlive(worker, false)
  return worker
}

/** Of a process that ended, the channel may still be open: on Windows it closes later. */
function isRunning({ connected, exitCode, signalCode }: ChildProcess): boolean {
  return connected && exitCode === null && signalCode === null
}

/** An idle worker must not keep the program alive, but one with work to do must. */
function keepAlive(worker: ChildProcess, isBusy: boolean): void {
  const change = isBusy ? 'ref' : 'unref'
  worker[change]()
  worker.channel?.[change]()
}

/** What a destination does to its process is its own failure. */
function ask(worker: ChildProcess, trial: Trial): Promise<TrialAnswer> {
  return new Promise((resolve) => {
    // It posts nothing but answers.
    const onMessage = (answer: unknown) => settle(answer as TrialAnswer)
    const onEnd = () => settle({ failure: 'the process of the destination ended before it answered' })
    function settle(answer: TrialAnswer): void {
      worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd)
      keepAlive(worker, false)
      resolve(answer)
    }
    keepAlive(worker, true)
    worker.on('message', onMessage).on('error', onEnd).on('exit', onEnd)
    worker.send(trial, () => undefined)
  })
}

/** Code that cannot even be loaded, or ends its process, fails for each call. */
function outcomeOf({ calls }: Trial, answer: TrialAnswer): TrialOutcome {
  if (!('failure' in answer)) return answer
  const outcome: CallOutcome = { fired: [], lost: [], error: answer.failure }
  return { subscriptions: [], outcomes: calls.map(() => outcome) }
}
