import { isDeepStrictEqual } from 'node:util'
import { isBlank, isObject } from '../../shared/json/values'
import { settingDefinitions } from '../../shared/settings/definitions'
import { UserError } from '../system/errors'
import { type DesiredSource, type Secret, secretValues } from './desired'
import type { Source, SourceSettings } from './sources'
import { changeOf, type Detail } from './step'

const sensitive: ReadonlySet<string> = new Set(
  settingDefinitions.filter((definition) => definition.sensitive).map(({ name }) => name),
)

/** How the settings of a source differ from ours, without secrets. */
export function settingDetails(desired: DesiredSource, remote: Source): Detail[] {
  const wanted = openSettings(desired, remote)
  const differing = Object.keys(wanted).filter((name) => !isSameValue(wanted[name], remote.settings[name]))
  return differing.map((name) => settingDetail(name, desired, wanted[name], remote.settings[name]))
}

/** The values of a new source's settings, for people. */
export function newSettingDetails(desired: DesiredSource): Detail[] {
  const open = Object.keys(desired.settings).map((name) =>
    settingDetail(name, desired, desired.settings[name], undefined),
  )
  return [...open, ...secretDetails(desired.secrets, {})]
}

/** The changes of secrets, for people. */
export function secretDetails(secrets: DesiredSource['secrets'], there: SourceSettings): Detail[] {
  return Object.entries(secrets).map(([name, { variable, value }]) => ({
    field: name,
    before: isBlank(there[name]) ? 'not set' : 'set',
    after: `set from ${variable}${value === undefined ? ' (which is not set here)' : ''}`,
  }))
}

/** The configuration's secrets that Segment does not have. */
export function missingSecrets({ secrets }: DesiredSource, remote: Source): [string, Secret][] {
  return Object.entries(secrets).filter(([name]) => isBlank(remote.settings[name]))
}

/**
 * The settings to send: all that are not secrets, because Segment does not document whether it keeps absent ones.
 * A setting that the configuration no longer names is sent blank. The function then uses its default.
 */
export function openSettings({ settings }: DesiredSource, remote: Source): SourceSettings {
  const names = settingDefinitions.map(({ name }) => name).filter((name) => !sensitive.has(name) && !(name in settings))
  const leftOver = names.filter((name) => !isUnset(remote.settings[name]))
  return { ...Object.fromEntries(leftOver.map((name) => [name, blankOf(remote.settings[name])])), ...settings }
}

/**
 * Checks that sending the other settings cannot lose a secret. Each secret in Segment must also be in the
 * configuration, so that it can be sent again if Segment drops it.
 * @throws UserError that names a secret that the configuration lacks.
 */
export function checkSecretsAreSafe({ secrets }: DesiredSource, remote: Source): void {
  const set = [...sensitive].filter((name) => !isBlank(remote.settings[name]))
  for (const name of set) {
    const secret = secrets[name]
    if (secret === undefined)
      throw new UserError(
        `the source "${remote.slug}" has a ${name} that segment.config.json does not name, so a deployment could delete it; add "${name}": {"env": "NAME"} to the settings`,
      )
    secretValues({ [name]: secret })
  }
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
