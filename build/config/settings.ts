import { isObject } from '../../shared/json/values'
import type { SettingDefinition } from '../../shared/settings/definitions'
import { problemLine } from '../system/json-path'

/** An environment variable that holds the value at deploy time. */
export interface EnvironmentVariable {
  readonly env: string
}

export type SettingValue = string | boolean | readonly string[] | Readonly<Record<string, string>> | EnvironmentVariable

/** Whether a setting is `{"env": "NAME"}`. Only settings of type STRING accept it. */
export function isEnvironmentVariable(value: SettingValue): value is EnvironmentVariable {
  return isTextMap(value) && Object.keys(value).length === 1 && 'env' in value
}

/** The problems of one environment's settings, one line each. `place` is their place in the file. */
export function settingProblems(
  settings: Readonly<Record<string, SettingValue>>,
  definitions: readonly SettingDefinition[],
  place: readonly string[],
): string[] {
  const missing = definitions.filter(({ name, required }) => required && !Object.hasOwn(settings, name))
  return [
    ...missing.flatMap(({ name }) => problemLine([...place, name], 'is missing')),
    ...Object.entries(settings).flatMap(([name, value]) =>
      problemLine([...place, name], settingProblem(name, value, definitions)),
    ),
  ]
}

function settingProblem(
  name: string,
  value: SettingValue,
  definitions: readonly SettingDefinition[],
): string | undefined {
  const definition = definitions.find((candidate) => candidate.name === name)
  if (!definition)
    return `is not a setting; expected one of ${definitions.map((known) => `"${known.name}"`).join(', ')}`
  if (definition.sensitive && !isEnvironmentVariable(value)) {
    return 'is a secret, and this file must not hold secrets; name an environment variable: {"env": "NAME"}'
  }
  return accepts[definition.type](value) ? undefined : `expected ${expectation[definition.type]}`
}

const accepts: Record<SettingDefinition['type'], (value: SettingValue) => boolean> = {
  STRING: (value) => typeof value === 'string' || isEnvironmentVariable(value),
  BOOLEAN: (value) => typeof value === 'boolean',
  ARRAY: (value) => Array.isArray(value),
  TEXT_MAP: (value) => isTextMap(value) && !isEnvironmentVariable(value),
}

const expectation: Record<SettingDefinition['type'], string> = {
  STRING: 'a string or {"env": "NAME"}',
  BOOLEAN: 'true or false',
  ARRAY: 'a list of strings',
  TEXT_MAP: 'an object of strings',
}

/** Whether a setting is an object of texts. */
export function isTextMap(value: SettingValue | undefined): value is Readonly<Record<string, string>> {
  return isObject(value)
}
