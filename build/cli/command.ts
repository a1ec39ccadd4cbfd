import path from 'node:path'
import { projectRoot } from '../system/project'
import type { Time } from '../system/time'
import type { Io, Screen } from './screen'

interface Flag {
  readonly kind: 'flag'
  readonly summary: string
}

interface Valued {
  /** `text` is given at most once, `optional` even without a value, `list` may be repeated. */
  readonly kind: 'text' | 'optional' | 'list'
  /** How the help names the value. */
  readonly value: string
  readonly summary: string
}

/** An option, by its name without the dashes. */
export type Options = Readonly<Record<string, Flag | Valued>>

/** What was given for each option. */
export type Values<Declared extends Options> = {
  readonly [Name in keyof Declared]: ValueOfKind[Declared[Name]['kind']]
}

/** An option that was given without its value is true. */
interface ValueOfKind {
  readonly flag: boolean
  readonly text: string | undefined
  readonly optional: string | boolean
  readonly list: readonly string[]
}

/** The arguments of a command that takes any number of them. */
export interface Arguments {
  readonly name: string
  readonly summary: string
}

/** Directories that commands read and write; tests have their own. */
export interface Places {
  /** Sample bodies. */
  readonly samples: string
  /** What is built. */
  readonly dist: string
  /** What is pulled from Segment, a directory for each environment. */
  readonly pulled: string
  /** The configuration file. */
  readonly config: string
  /** Documents made of the code. */
  readonly docs: string
}

/** What a command may use. */
export interface Context {
  readonly io: Io
  readonly screen: Screen
  readonly places: Places
  readonly time: Time
}

export const projectPlaces: Places = {
  samples: path.join(projectRoot, 'test', 'webhooks'),
  dist: path.join(projectRoot, 'dist'),
  pulled: path.join(projectRoot, 'pulled'),
  config: path.join(projectRoot, 'segment.config.json'),
  docs: path.join(projectRoot, 'docs'),
}

/**
 * 0 when the command did its work, 1 when what it tried failed. Wrong use is a UserError instead, and ends with 2;
 * a command that ends with 2 itself says so by `hasChangesCode`.
 */
export type ExitCode = 0 | 1 | 2

/** A command as data, from which parsing and help both come. */
export interface Command<Declared extends Options = Options> {
  readonly name: string
  /** One line: what it does. */
  readonly summary: string
  /** None unless given. */
  readonly arguments?: Arguments
  readonly options: Declared
  /** True when 2 means that there is something to do, so that wrong use has to end with 1. */
  readonly hasChangesCode?: boolean
  /** Command lines to copy. */
  readonly examples: readonly string[]
  run(given: Values<Declared>, names: readonly string[], context: Context): Promise<ExitCode>
}

/** Declares a command; the option's values are typed after their declarations. */
export function defineCommand<const Declared extends Options>(command: Command<Declared>): Command {
  return command
}

/** The option that every command has. */
export const json = { kind: 'flag', summary: 'print one JSON document, for programs' } as const
