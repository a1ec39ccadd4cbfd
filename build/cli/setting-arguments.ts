import { isObject } from '../../shared/json/values'
import type { SettingDefinition } from '../../shared/settings/definitions'
import type { FunctionSettings } from '../runtime'
import { UserError } from '../system/errors'
import { jsonValue } from '../system/json'
import { jsonOption } from './json-option'

type Type = SettingDefinition['type']
type Texts = Readonly<Record<string, string>>

/** The parts of one `--setting`. */
interface Argument {
  readonly definition: SettingDefinition
  /** The part after the dot, such as `Check-In` in `eventNames.Check-In`. */
  readonly key: string | undefined
  readonly value: string
}

/**
 * The settings of `--settings FILE`, overridden by each `--setting name=value`. Messages never show a value: it may
 * be a secret.
 * @throws UserError when a name is not a setting, or a value has the wrong type.
 */
export function readSettingArguments(
  file: string | undefined,
  assignments: readonly string[],
  definitions: readonly SettingDefinition[],
): FunctionSettings {
  const settings: FunctionSettings = file === undefined ? {} : readSettingsFile(file, definitions)
  const own: FunctionSettings = {}
  for (const argument of assignments.map((text) => argumentOf(text, definitions))) {
    const { name, type } = argument.definition
    own[name] = convert[type](argument, own[name])
  }
  return { ...settings, ...own }
}

function readSettingsFile(file: string, definitions: readonly SettingDefinition[]): FunctionSettings {
  const settings = settingsObject(jsonOption('settings', file))
  if (settings === undefined) throw new UserError(`--settings: expected a JSON object of settings in ${file}`, 2)
  for (const name of Object.keys(settings)) definitionOf(name, '--settings', definitions)
  return settings
}

function argumentOf(text: string, definitions: readonly SettingDefinition[]): Argument {
  const [, name, key, value] = /^([^.=]+)(?:\.([^=]+))?=(.*)$/s.exec(text) ?? []
  if (name === undefined || value === undefined) {
    throw new UserError('--setting: expected name=value, such as timeZone=America/Chicago', 2)
  }
  const definition = definitionOf(name.trim(), '--setting', definitions)
  if (key !== undefined && definition.type !== 'TEXT_MAP')
    throw new UserError(`--setting: ${name} takes one value; write ${name}=value`, 2)
  return { definition, key, value }
}

function definitionOf(name: string, option: string, definitions: readonly SettingDefinition[]): SettingDefinition {
  const definition = definitions.find((one) => one.name === name)
  if (definition !== undefined) return definition
  const names = definitions.map((one) => one.name).join(', ')
  throw new UserError(`${option}: unknown setting ${JSON.stringify(name)}; expected one of ${names}`, 2)
}

/** Converts a text to the setting's type. `previous` is the value of an earlier `--setting` with the same name. */
const convert: Record<Type, (argument: Argument, previous: unknown) => unknown> = {
  STRING: ({ value }) => value,
  BOOLEAN: ({ definition, value }) => {
    if (value === 'true' || value === 'false') return value === 'true'
    throw new UserError(`--setting: ${definition.name} must be true or false`, 2)
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
  throw new UserError(`--setting: expected ${name}.<old>=<new>, or a JSON object for ${name}`, 2)
}

function settingsObject(value: unknown): FunctionSettings | undefined {
  return isObject(value) ? { ...value } : undefined
}
