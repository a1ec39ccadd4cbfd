import path from 'node:path'
import type { SettingDefinition } from '../../shared/settings/definitions'
import { UserError } from '../system/errors'
import { jsonPath } from '../system/json-path'
import { parseJson } from '../system/parse-json'
import { projectRoot } from '../system/project'
import { readTextFile } from '../system/text-file'
import { eventAliasProblems } from './aliases'
import type { Config, EnvironmentConfig } from './config'
import { checkMappings } from './mappings'
import { checkShape } from './schema'
import { isEnvironmentVariable, settingProblems } from './settings'

/** What the function knows, against which the names in the file are checked. */
export interface Known {
  readonly eventNames: readonly string[]
  readonly settings: readonly SettingDefinition[]
  /** Why the function would refuse settings, one line each that begins with the setting's name. */
  readonly refusals: (settings: Readonly<Record<string, unknown>>, config: Config) => readonly string[]
}

/**
 * Reads and checks the configuration.
 * @throws UserError with one line per problem, each with its place in the file.
 */
export function readConfig(known: Known, file: string = path.join(projectRoot, 'segment.config.json')): Config {
  const name = path.basename(file)
  const shape = checkShape(parseJson(readText(file), name))
  const problems = 'problems' in shape ? shape.problems : meaningProblems(shape.config, known)
  if ('config' in shape && problems.length === 0) return withFunctionNames(shape.config)
  throw new UserError(problems.map((problem) => `${name}: ${problem}`).join('\n'))
}

/** An environment that does not name its function takes the name that all have. */
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
    throw new UserError(`cannot read ${file}; run the command in the project, or create the file`)
  }
}

/** Problems that a schema cannot express. */
function meaningProblems(config: Config, known: Known): string[] {
  return [
    ...eventAliasProblems(config.eventAliases, known.eventNames),
    ...checkMappings(config.mappings),
    ...Object.entries(config.environments).flatMap(([name, { settings }]) => {
      const place = ['environments', name, 'settings']
      const problems = settingProblems(settings, known.settings, place)
      return problems.length > 0 ? problems : valueProblems(settings, config, known, place)
    }),
  ]
}

/** What an environment variable holds is not known before the deployment. */
function valueProblems(
  settings: EnvironmentConfig['settings'],
  config: Config,
  known: Known,
  place: readonly string[],
): string[] {
  const written = Object.entries(settings).filter(([, value]) => !isEnvironmentVariable(value))
  return known.refusals(Object.fromEntries(written), config).map((refusal) => `${jsonPath(place)}.${refusal}`)
}
