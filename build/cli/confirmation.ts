import { UserError } from '../system/errors'
import type { Context } from './command'
import type { Io } from './screen'

/** What a command line says about questions. */
export interface Consent {
  readonly yes: boolean
  readonly json: boolean
}

/**
 * Asks whether to go on, on a terminal. True without a question when `--yes` was given.
 * @throws UserError where nobody can be asked.
 */
export async function isConfirmed(
  question: string,
  { yes, json }: Consent,
  { io, screen }: Pick<Context, 'io' | 'screen'>,
): Promise<boolean> {
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
