import { UserError } from '../system/errors'
import type { Context } from './command'
import type { Io } from './screen'

/** The options that decide whether a command may ask. */
export interface Consent {
  readonly yes: boolean
  readonly json: boolean
}

/**
 * Asks on the terminal whether to go on. With `--yes` it does not ask and returns true.
 * @throws UserError when there is no terminal to ask on.
 */
export async function isConfirmed(
  question: string,
  { yes, json }: Consent,
  { io, screen }: Pick<Context, 'io' | 'screen'>,
): Promise<boolean> {
  requireConsent({ yes, json }, io)
  if (yes) return true
  io.stderr.write(`${question} [y/N] `)
  const isYes = /^y(?:es)?$/i.test(await answerOf(io))
  if (!isYes) screen.note('Nothing was changed.')
  return isYes
}

/** @throws UserError when the command would have to ask, and there is no terminal to ask on. */
export function requireConsent({ yes, json }: Consent, { stdin }: Pick<Io, 'stdin'>): void {
  if (yes || (stdin.isTTY && !json)) return
  throw new UserError('cannot ask for confirmation here; add --yes to go on without it', 2)
}

/** Blank when the input ends without an answer. */
async function answerOf({ stdin, stderr }: Io): Promise<string> {
  for await (const chunk of stdin) return String(chunk).trim()
  stderr.write('\n')
  return ''
}
