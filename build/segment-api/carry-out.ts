import type { Context } from '../cli/command'
import type { Io } from '../cli/screen'
import { stepDone } from '../render/plan'
import { UserError } from '../system/errors'
import type { SegmentApi } from '.'
import { ApiError } from './api-error'
import type { Ids, Step } from './step'

/** What a command line says about carrying out. */
export interface Consent {
  readonly yes: boolean
  readonly json: boolean
}

/**
 * Asks whether to go on, on a terminal.
 * @throws UserError where nobody can be asked, unless `--yes` was given.
 */
export async function isAgreed(question: string, { yes, json }: Consent, { io, screen }: Context): Promise<boolean> {
  if (yes) return true
  if (json || !io.stdin.isTTY) throw new UserError('nobody can be asked here; add --yes to go on without a question', 2)
  io.stderr.write(`${question} [y/N] `)
  const isYes = /^y(?:es)?$/i.test(await answerOf(io))
  if (!isYes) screen.note('Nothing was changed.')
  return isYes
}

/** Blank when the input ends instead. */
async function answerOf({ stdin, stderr }: Io): Promise<string> {
  for await (const chunk of stdin) return String(chunk).trim()
  stderr.write('\n')
  return ''
}

/**
 * Runs the steps in order, and says of each when it is done.
 * @throws UserError for one that fails; those before it stay done, and the same command goes on from there.
 */
export async function carryOut(
  steps: readonly Step[],
  api: SegmentApi,
  ids: Ids,
  say: (text: string) => void,
  { screen }: Context,
) {
  for (const [index, step] of steps.entries()) {
    screen.progress(`${step.subject} ${step.target}: ${step.action} …`)
    try {
      await step.run(api, ids)
    } catch (error) {
      throw error instanceof ApiError ? cutShort(error, index, steps.length) : error
    }
    screen.progress('')
    say(stepDone(step, screen))
  }
}

function cutShort({ message }: ApiError, done: number, all: number): UserError {
  return new UserError(`${message} (${done} of ${all} steps were done and stay; the same command goes on from there)`)
}
