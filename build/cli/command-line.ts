import { Command as Commander, CommanderError, Option } from 'commander'
import { UserError } from '../system/errors'
import type { Arguments, Command, Options, Values } from './command'
import type { Screen } from './screen'

/** A command with the values of its options and its arguments. */
export interface Invocation {
  readonly command: Command
  readonly values: Values<Options>
  readonly names: readonly string[]
}

type Take = (invocation: Invocation) => void

/**
 * Reads a command line. Undefined when it asks for help; the help is printed.
 * @throws UserError with exit code 2 when the command or an option is wrong.
 */
export function parseCommandLine(
  argv: readonly string[],
  commands: readonly Command[],
  screen: Screen,
): Invocation | undefined {
  if (argv.length === 0) throw new UserError(`name a command: ${namesOf(commands)}`, 2)
  let invocation: Invocation | undefined
  const program = createProgram(screen)
  for (const command of commands) {
    declare(program, command, (taken) => {
      invocation = taken
    })
  }
  try {
    program.parse(argv, { from: 'user' })
  } catch (error) {
    rethrow(error, argv, commands)
  }
  return invocation
}

/** Commander also throws after it prints the help. That is not an error. */
function rethrow(error: unknown, [first]: readonly string[], commands: readonly Command[]): void {
  if (!(error instanceof CommanderError)) throw error
  if (error.code === 'commander.helpDisplayed') return
  const command = commands.find(({ name }) => name === first)
  const remedy = command ? `see npm run ${command.name} -- --help` : `the commands are ${namesOf(commands)}`
  throw new UserError(`${complaint(error)}; ${remedy}`, 2)
}

/** Commander's message in one line, without the value of an unknown option: it may be a secret. */
function complaint({ code, message }: CommanderError): string {
  const isUnknown = code === 'commander.unknownOption'
  const shown = isUnknown ? message.replace(/'(-[^=']*)=.*'(?=\n\(Did|$)/s, "'$1'") : message
  return shown
    .replace(/^error: /, '')
    .replace(/\.$/, '')
    .replace(/\s+/g, ' ')
}

function namesOf(commands: readonly Command[]): string {
  return commands.map(({ name }) => name).join(', ')
}

function createProgram(screen: Screen): Commander {
  return new Commander('npm run')
    .usage('<command> -- [options]')
    .helpCommand(false)
    .helpOption('-h, --help', 'print this')
    .exitOverride()
    .configureHelp({
      ...{ showGlobalOptions: false, commandUsage: usage, subcommandTerm: (command) => command.name() },
      minWidthToWrap: 10, // commander's default of 40 gives lines that are too long for narrow terminals
    })
    .configureOutput({
      writeOut: (text) => screen.print(text.trimEnd()),
      writeErr: () => undefined, // main prints the error
      getOutHelpWidth: () => screen.width,
      getOutHasColors: () => false,
    })
    .addHelpText('after', '\nOptions of a command: npm run <command> -- --help')
}

/** Commander puts the program's name first. Users call `npm run` instead. */
function usage(command: Commander): string {
  const script = command.parent === null ? '' : ` ${command.name()} --`
  return `npm run${script} ${command.usage()}`
}

function declare(program: Commander, command: Command, take: Take): void {
  const parser = program
    .command(command.name)
    .summary(command.summary)
    .description(sentence(command.summary))
    .helpOption('-h, --help', 'print this')
    .addHelpText('after', examples(command))
  for (const option of Object.entries(command.options).map(optionOf)) parser.addOption(option)
  if (command.arguments) parser.argument(...argumentOf(command.arguments))
  parser.action(() => take({ command, values: valuesOf(command.options, parser.opts()), names: parser.args }))
}

function optionOf([name, declared]: [string, Options[string]]): Option {
  if (declared.kind === 'flag') return new Option(`--${name}`, declared.summary)
  const value = declared.kind === 'optional' ? `[${declared.value}]` : `<${declared.value}>`
  const option = new Option(`--${name} ${value}`, declared.summary)
  if (declared.kind === 'optional') return option
  if (declared.kind === 'text') return option.argParser((value, previous?: string) => once(name, value, previous))
  return option.argParser((value, previous: readonly string[] = []) => [...previous, value])
}

/** Refuses a second value. Commander would silently drop the first one. */
function once(name: string, value: string, previous: string | undefined): string {
  if (previous === undefined) return value
  throw new CommanderError(2, 'givenTwice', `--${name}: give it once`)
}

function argumentOf({ name, summary }: Arguments): [string, string] {
  return [`[${name}...]`, summary]
}

/** The value of each declared option, with a default when it is absent. */
function valuesOf(declared: Options, parsed: Readonly<Record<string, unknown>>): Values<Options> {
  const whenAbsent = { flag: false, text: undefined, optional: false, list: [] }
  const entries = Object.entries(declared).map(([name, option]) => {
    // Commander stores `--dry-run` as dryRun, and `--no-open` as open: false.
    const parser = optionOf([name, option])
    const value = parsed[parser.attributeName()]
    return [name, parser.negate ? value === false : (value ?? whenAbsent[option.kind])]
  })
  return Object.fromEntries(entries)
}

function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`
}

function examples({ examples: lines }: Command): string {
  return `\n${lines.length > 1 ? 'Examples' : 'Example'}:\n${lines.map((line) => `  ${line}`).join('\n')}`
}
