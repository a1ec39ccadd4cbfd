import path from 'node:path'
import { projectRoot } from '../system/project'
import type { Time } from '../system/time'
import type { Io, Screen } from './screen'

interface Flag {
  readonly kind: 'flag'
  readonly summary: string
}

interface Valued {
  /** `text` occurs at most once. `optional` needs no value. `list` may be repeated. */
  readonly kind: 'text' | 'optional' | 'list'
  /** How the help names the value. */
  readonly value: string
  readonly summary: string
}

/** An option, by its name without the dashes. */
export type Options = Readonly<Record<string, Flag | Valued>>

/** The value of each option. */
export type Values<Declared extends Options> = {
  readonly [Name in keyof Declared]: ValueOfKind[Declared[Name]['kind']]
}

/** An `optional` option without a value is true. */
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

/** Directories and files that commands read and write. Tests use their own. */
export interface Places {
  /** Sample bodies. */
  readonly samples: string
  /** The build output. */
  readonly dist: string
  /** Files pulled from Segment, one directory per environment. */
  readonly pulled: string
  /** The configuration file. */
  readonly config: string
  /** Documents generated from the code. */
  readonly docs: string
  /** Where Segment's destination code is installed, if it is. */
  readonly destinations: string
}

/** The surroundings that a command may use. */
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
  destinations: path.join(projectRoot, 'build', 'destinations'),
}

/**
 * 0 when the command succeeded, 1 when it failed. Wrong use throws a UserError, which ends with 2.
 * A command that returns 2 itself declares `hasChangesCode`.
 */
export type ExitCode = 0 | 1 | 2

/** A command as data. The parser and the help text both use it. */
export interface Command<Declared extends Options = Options> {
  readonly name: string
  /** One line: what it does. */
  readonly summary: string
  /** Absent when the command takes no arguments. */
  readonly arguments?: Arguments
  readonly options: Declared
  /** True when 2 means that there are changes. Wrong use then ends with 1. */
  readonly hasChangesCode?: boolean
  /** Command lines to copy. */
  readonly examples: readonly string[]
  run(values: Values<Declared>, names: readonly string[], context: Context): Promise<ExitCode>
}

/** Declares a command. The types of its option values follow from its declared options. */
export function defineCommand<const Declared extends Options>(command: Command<Declared>): Command {
  return command
}

/** The option that every command has. */
export const json = { kind: 'flag', summary: 'print one JSON document, for programs' } as const
