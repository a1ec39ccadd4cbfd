import { type Command, projectPlaces } from '../build/cli/command'
import { parseCommandLine } from '../build/cli/command-line'
import { createScreen } from '../build/cli/screen'
import { UserError } from '../build/system/errors'
import { systemTime } from '../build/system/time'

/** Runs a command of this directory as this process. Wrong use takes one line on stderr. */
export async function runCommand(command: Command): Promise<void> {
  const screen = createScreen(process)
  try {
    const invocation = parseCommandLine([command.name, ...process.argv.slice(2)], [command], screen)
    if (invocation === undefined) return
    const context = { io: process, screen, places: projectPlaces, time: systemTime }
    process.exitCode = await command.run(invocation.values, invocation.names, context)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    screen.note(`error: ${error.message}`)
    process.exitCode = error.exitCode
  }
}

/** The names that were given, or all of them when none was. */
export function chosen<Name extends string>(names: readonly string[], known: readonly Name[]): readonly Name[] {
  const unknown = names.find((name) => !known.some((one) => one === name))
  if (unknown !== undefined) throw new UserError(`unknown name ${unknown}; expected ${known.join(', ')}`, 2)
  return names.length === 0 ? known : known.filter((name) => names.includes(name))
}
