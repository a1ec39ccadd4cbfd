import path from 'node:path'
import type { SettingDefinition } from '../../shared/settings/definitions'
import { UserError } from '../system/errors'
import { jsonPath } from '../system/json-path'
import { parseJson } from '../system/parse-json'
import { readTextFile } from '../system/text-file'
import { eventAliasProblems } from './aliases'
import type { Config, EnvironmentConfig } from './config'
import { environmentProblems } from './environments'
import { checkMappings } from './mappings'
import { checkShape } from './schema'
import { isEnvironmentVariable, settingProblems } from './settings'

/** The names and checks of the function, to check the file against. */
export interface FunctionFacts {
  readonly eventNames: readonly string[]
  readonly settings: readonly SettingDefinition[]
  /** Why the function would refuse settings, one line each. A line begins with the setting's name. */
  readonly refusals: (settings: Readonly<Record<string, unknown>>, config: Config) => readonly string[]
}

/**
 * Reads and checks the configuration.
 * @throws UserError with one line per problem, which names the place in the file.
 */
export function readConfig(facts: FunctionFacts, file: string): Config {
  return configOf(readText(file), path.basename(file), facts)
}

/**
 * Checks the text of a configuration. `name` is the file's name, for the messages.
 * @throws UserError as {@link readConfig}.
 */
export function configOf(text: string, name: string, facts: FunctionFacts): Config {
  const shape = checkShape(parseJson(text, name))
  const problems = 'problems' in shape ? shape.problems : meaningProblems(shape.config, facts)
  if ('config' in shape && problems.length === 0) return withFunctionNames(shape.config)
  throw new UserError(problems.map((problem) => `${name}: ${problem}`).join('\n'))
}

/** An environment without a function name gets the common one. */
function withFunctionNames(config: Config): Config {
  const environments = Object.entries(config.environments).map(([name, environment]) => [
    name,
    { ...environment, function: environment.function ?? config.function.displayName },
  ])
  return { ...config, environments: Object.fromEntries(environments) }
}

function readText(file: string): string {
  try {
    return readTextFile(file)
  } catch {
    throw new UserError(`cannot read ${file}; run the command in the project directory, or create the file`)
  }
}

/** Problems that a schema cannot express. */
function meaningProblems(config: Config, facts: FunctionFacts): string[] {
  return [
    ...environmentProblems(config),
    ...eventAliasProblems(config.eventAliases, facts.eventNames),
    ...checkMappings(config.mappings, facts.eventNames),
    ...Object.entries(config.environments).flatMap(([name, { settings }]) => {
      const place = ['environments', name, 'settings']
      const problems = settingProblems(settings, facts.settings, place)
      return problems.length > 0 ? problems : valueProblems(settings, config, facts, place)
    }),
  ]
}

/** Checks only the values in the file. The values of environment variables are known at deployment. */
function valueProblems(
  settings: EnvironmentConfig['settings'],
  config: Config,
  facts: FunctionFacts,
  place: readonly string[],
): string[] {
  const written = Object.entries(settings).filter(([, value]) => !isEnvironmentVariable(value))
  return facts.refusals(Object.fromEntries(written), config).map((refusal) => `${jsonPath(place)}.${refusal}`)
}
