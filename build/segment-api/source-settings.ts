import { isDeepStrictEqual } from 'node:util'
import { isBlank, isObject } from '../../shared/json/values'
import { settingDefinitions } from '../../shared/settings/definitions'
import { UserError } from '../system/errors'
import { type DesiredSource, secretValues } from './desired'
import type { Source, SourceSettings } from './sources'
import { changeOf, type Detail } from './step'

const sensitive: readonly string[] = settingDefinitions
  .filter((definition) => definition.sensitive)
  .map(({ name }) => name)

/**
 * How the settings of a source differ from ours, as far as Segment shows them. A secret differs when Segment has none.
 * When anything differs, or with `sendsSecrets`, all secrets are listed, because all settings are sent together.
 */
export function settingDetails(desired: DesiredSource, remote: Source, sendsSecrets: boolean): Detail[] {
  const { settings } = remote
  if (!settings) return sendsSecrets ? secretDetails(desired.secrets, undefined) : []
  const wanted = openSettings(desired, settings)
  const differing = Object.keys(wanted).filter((name) => !isSameValue(wanted[name], settings[name]))
  const lacksSecret = Object.keys(desired.secrets).some((name) => isBlank(settings[name]))
  const isSent = differing.length > 0 || lacksSecret || sendsSecrets
  return [
    ...differing.map((name) => settingDetail(name, desired, wanted[name], settings[name])),
    ...(isSent ? secretDetails(desired.secrets, settings) : []),
  ]
}

/** The values of a new source's settings, for people. */
export function newSettingDetails(desired: DesiredSource): Detail[] {
  const open = Object.keys(desired.settings).map((name) =>
    settingDetail(name, desired, desired.settings[name], undefined),
  )
  return [...open, ...secretDetails(desired.secrets, {})]
}

/**
 * All settings of the configuration, with its secrets. Segment does not document whether it keeps settings that a call
 * leaves out, so they are sent together, and no request meets a function without its secret.
 * @throws UserError that names a secret that is not set here, or that only Segment knows and could lose.
 */
export function allSettings(desired: DesiredSource, remote: Source): SourceSettings {
  const [unknown] = secretsOnlyThere(desired, remote)
  if (unknown !== undefined)
    throw new UserError(
      `the source "${remote.slug}" has a ${unknown} that segment.config.json does not name, and sending the other settings could delete it; add "${unknown}": {"env": "NAME"} to the settings`,
    )
  return { ...openSettings(desired, remote.settings ?? {}), ...secretValues(desired.secrets) }
}

/** Names of secrets that are set in Segment, and that the configuration does not name. */
export function secretsOnlyThere({ secrets }: DesiredSource, { settings }: Source): string[] {
  return sensitive.filter((name) => !isBlank(settings?.[name]) && secrets[name] === undefined)
}

/** A setting that the configuration no longer names is sent blank. The function then uses its default. */
function openSettings({ settings }: DesiredSource, there: SourceSettings): SourceSettings {
  const names = settingDefinitions.map(({ name }) => name).filter((name) => !sensitive.includes(name))
  const leftOver = names.filter((name) => !(name in settings) && !isUnset(there[name]))
  return { ...Object.fromEntries(leftOver.map((name) => [name, blankOf(there[name])])), ...settings }
}

function secretDetails(secrets: DesiredSource['secrets'], there: SourceSettings | undefined): Detail[] {
  const before = (name: string) => (isBlank(there?.[name]) ? 'not set' : 'set')
  return Object.entries(secrets).map(([name, { variable, value }]) => ({
    field: name,
    before: there === undefined ? 'unknown' : before(name),
    after: `set from ${variable}${value === undefined ? ' (which is not set here)' : ''}`,
  }))
}

function settingDetail(name: string, { hidden }: DesiredSource, after: unknown, before: unknown): Detail {
  return hidden.has(name)
    ? { field: name, before: 'hidden', after: 'hidden, from the environment' }
    : changeOf(name, before, after)
}

function isSameValue(ours: unknown, theirs: unknown): boolean {
  return isDeepStrictEqual(ours, theirs) || (isUnset(ours) && isUnset(theirs))
}

function isUnset(value: unknown): boolean {
  return isBlank(value) || ((Array.isArray(value) || isObject(value)) && Object.keys(value).length === 0)
}

function blankOf(value: unknown): '' | [] | object {
  if (Array.isArray(value)) return []
  return isObject(value) ? {} : ''
}
