import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Command, type Places, projectPlaces } from './cli/command'
import { parseCommandLine } from './cli/command-line'
import { refuseEatenOptions } from './cli/eaten-options'
import { createScreen, type Io, printFailure, type Screen } from './cli/screen'
import { backfill } from './commands/backfill'
import { build } from './commands/build'
import { deploy } from './commands/deploy'
import { destinations } from './commands/destinations'
import { destroy } from './commands/destroy'
import { dev } from './commands/dev'
import { docs } from './commands/docs'
import { inspect } from './commands/inspect'
import { plan } from './commands/plan'
import { pull } from './commands/pull'
import { rollback } from './commands/rollback'
import { simulate } from './commands/simulate'
import { smoke } from './commands/smoke'
import { start } from './commands/start'
import { status } from './commands/status'
import { UserError } from './system/errors'
import { projectRoot } from './system/project'
import { systemTime, type Time } from './system/time'

export const commands: readonly Command[] = [
  start,
  build,
  simulate,
  inspect,
  dev,
  destinations,
  plan,
  deploy,
  status,
  rollback,
  pull,
  smoke,
  destroy,
  backfill,
  docs,
]

/** Runs a command line and returns the exit code: 0 done, 1 failed, 2 used wrongly. */
export async function main(
  argv: readonly string[],
  io: Io,
  places: Places = projectPlaces,
  time: Time = systemTime,
): Promise<0 | 1 | 2> {
  const screen = createScreen(io)
  screen.hide([io.env.SEGMENT_TOKEN, io.env.SEGMENT_WRITE_KEY])
  try {
    refuseEatenOptions(argv, commands, io.env)
    const invocation = parseCommandLine(argv, commands, screen)
    if (invocation === undefined) return 0
    const { command, values, names } = invocation
    return await command.run(values, names, { io, screen, places, time })
  } catch (error) {
    return fail(argv, error, screen)
  }
}

/** Reports an error, also as the document of `--json`, and returns the exit code. */
function fail(argv: readonly string[], error: unknown, screen: Screen): 1 | 2 {
  const code = complain(error, screen)
  if (argv.includes('--json')) printFailure(screen, error)
  return commands.some(({ name, hasChangesCode }) => name === argv[0] && hasChangesCode) ? 1 : code
}

/** Prints one line for a user's mistake. Any other error is a bug, so the stack is printed too. */
function complain(error: unknown, { note, noteColors, progress }: Screen): 1 | 2 {
  const isMistake = error instanceof UserError
  const text = error instanceof Error && !isMistake ? (error.stack ?? error.message) : undefined
  progress('')
  note(`${noteColors.red('error:')} ${text ?? (isMistake ? error.message : String(error))}`)
  return isMistake ? error.exitCode : 1
}

/** `| head` closes the pipe early. This is not a failure, and it must not stop a deployment. Windows calls it EOF, too. */
function outliveReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'EOF') throw error
}

/**
 * Reads environment variables from a file, if it exists. Variables that are already set keep their values.
 * @throws UserError when the file cannot be read.
 */
export function loadEnvironment(file: string): void {
  if (!existsSync(file)) return
  try {
    process.loadEnvFile(file)
  } catch {
    throw new UserError(
      `cannot read ${file}; it must be a readable file with lines of NAME=value; correct it or remove it`,
    )
  }
}

async function runProcess(): Promise<void> {
  process.stdout.on('error', outliveReader)
  process.stderr.on('error', outliveReader)
  const argv = process.argv.slice(2)
  try {
    loadEnvironment(path.join(projectRoot, '.env'))
    process.exitCode = await main(argv, process)
  } catch (error) {
    process.exitCode = fail(argv, error, createScreen(process))
  }
}

if (require.main === module) void runProcess()
