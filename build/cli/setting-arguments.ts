import type { SettingDefinition } from '../../shared/settings/definitions'
import type { FunctionSettings } from '../runtime'
import { UserError } from '../system/errors'
import { jsonValue } from '../system/json'
import { parseJson } from '../system/parse-json'
import { readTextFile } from '../system/text-file'

type Type = SettingDefinition['type']
type Texts = Readonly<Record<string, string>>

/** One `--setting`, taken apart. */
interface Argument {
  readonly definition: SettingDefinition
  /** What follows the dot of `eventNames.Check-In`. */
  readonly key: string | undefined
  readonly value: string
}

/**
 * The settings of `--settings FILE` and, before those, of each `--setting name=value`. A value never shows in a message:
 * it may be a secret.
 * @throws UserError for a name that is no setting, or a value that is not of its type.
 */
export function readSettingArguments(
  file: string | undefined,
  given: readonly string[],
  definitions: readonly SettingDefinition[],
): FunctionSettings {
  const settings: FunctionSettings = file === undefined ? {} : readSettingsFile(file, definitions)
  const own: FunctionSettings = {}
  for (const argument of given.map((text) => argumentOf(text, definitions))) {
    const { name, type } = argument.definition
    own[name] = convert[type](argument, own[name])
  }
  return { ...settings, ...own }
}

function readSettingsFile(file: string, definitions: readonly SettingDefinition[]): FunctionSettings {
  const settings = settingsObject(parse(file))
  if (settings === undefined) throw new UserError(`--settings: ${file} holds no JSON object of settings`, 2)
  for (const name of Object.keys(settings)) definitionOf(name, '--settings', definitions)
  return settings
}

/** The JSON reader's complaints are for a configuration, which is not wrong use. */
function parse(file: string): unknown {
  const text = readTextFile(file)
  try {
    return parseJson(text, file)
  } catch (error) {
    throw error instanceof UserError ? new UserError(`--settings: ${error.message}`, 2) : error
  }
}

function argumentOf(text: string, definitions: readonly SettingDefinition[]): Argument {
  const [, name, key, value] = /^([^.=]+)(?:\.([^=]+))?=(.*)$/s.exec(text) ?? []
  if (name === undefined || value === undefined) {
    throw new UserError('--setting: expected name=value, such as timeZone=America/Chicago', 2)
  }
  const definition = definitionOf(name.trim(), '--setting', definitions)
  if (key !== undefined && definition.type !== 'TEXT_MAP') throw new UserError(`--setting: ${name} has no parts`, 2)
  return { definition, key, value }
}

function definitionOf(name: string, option: string, definitions: readonly SettingDefinition[]): SettingDefinition {
  const definition = definitions.find((one) => one.name === name)
  if (definition !== undefined) return definition
  const names = definitions.map((one) => one.name).join(', ')
  throw new UserError(`${option}: no setting ${JSON.stringify(name)}; one of ${names}`, 2)
}

/** From a text, and what the same setting was given before, to a value of the setting's type. */
const convert: Record<Type, (argument: Argument, previous: unknown) => unknown> = {
  STRING: ({ value }) => value,
  BOOLEAN: ({ definition, value }) => {
    if (value === 'true' || value === 'false') return value === 'true'
    throw new UserError(`--setting: ${definition.name} is true or false`, 2)
  },
  ARRAY: ({ value }, previous) => [...(Array.isArray(previous) ? previous : []), ...itemsOf(value)],
  TEXT_MAP: (argument, previous) => ({ ...settingsObject(previous), ...textsOf(argument) }),
}

function itemsOf(value: string): string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function textsOf({ definition, key, value }: Argument): FunctionSettings | Texts {
  if (key !== undefined) return { [key]: value }
  const texts = settingsObject(jsonValue(value))
  if (texts !== undefined) return texts
  const { name } = definition
  throw new UserError(`--setting: ${name} takes a part each, ${name}.<old>=<new>, or a JSON object`, 2)
}

function settingsObject(value: unknown): FunctionSettings | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.fromEntries(Object.entries(value))
}
