import type { EventDefinition } from '../../shared/declare/event'
import { type SettingDefinition, settingDefinitions } from '../../shared/settings/definitions'
import { type TrackingPlanRule, trackingPlanRules } from '../catalog/tracking-plan'
import type { Config, EnvironmentConfig } from '../config/config'
import { mappedNamesOf } from '../config/project-config'
import { isEnvironmentVariable, isTextMap, type SettingValue } from '../config/settings'
import { UserError } from '../system/errors'
import type { Variables } from '../system/process'

/** A setting that Segment keeps secret. Segment does not return its value, so it cannot be compared. */
export interface Secret {
  /** The environment variable it is read from. */
  readonly variable: string
  /** Undefined when the variable is not set here. */
  readonly value: string | undefined
}

/** An environment as the repository describes it. */
export interface Desired {
  readonly displayName: string
  readonly code: string
  readonly definitions: readonly SettingDefinition[]
  /** When undefined, the description in Segment stays. The same holds for the logo. */
  readonly description: string | undefined
  readonly logoUrl: string | undefined
  readonly source: DesiredSource
  readonly trackingPlan: DesiredPlan | undefined
}

export interface DesiredPlan {
  readonly name: string
  /** Whether the rules that are not ours are removed. */
  readonly isExclusive: boolean
  readonly rules: readonly TrackingPlanRule[]
}

export interface DesiredSource {
  readonly slug: string
  readonly name: string
  readonly disconnectAllWarehouses: boolean
  /** The settings that are not secrets. */
  readonly settings: Readonly<Record<string, Exclude<SettingValue, { env: string }>>>
  /** Names of settings whose values come from environment variables, so they are not shown. */
  readonly hidden: ReadonlySet<string>
  readonly secrets: Readonly<Record<string, Secret>>
}

export interface DesiredFrom {
  readonly config: Config
  readonly environment: EnvironmentConfig
  readonly code: string
  readonly events: readonly EventDefinition[]
  readonly variables: Variables
}

/**
 * Describes how an environment should be.
 * @throws UserError when a setting that is not a secret names an environment variable that is not set.
 */
export function desiredOf({ config, environment, code, events, variables }: DesiredFrom): Desired {
  return {
    displayName: environment.function,
    code,
    definitions: settingDefinitions,
    description: config.function.description,
    logoUrl: config.function.logoUrl,
    source: sourceOf(environment, variables),
    trackingPlan: desiredPlan({ config, environment }, events),
  }
}

/** The tracking plan of an environment. Undefined when the configuration names none. */
export function desiredPlan(
  { config, environment }: Pick<DesiredFrom, 'config' | 'environment'>,
  events: readonly EventDefinition[],
): DesiredPlan | undefined {
  const { trackingPlan, settings } = environment
  const { eventNames } = settings
  if (trackingPlan === undefined) return undefined
  const rules = trackingPlanRules(events, {
    mappedNames: mappedNamesOf(config),
    ...(isTextMap(eventNames) && { eventNames }),
  })
  return { name: trackingPlan.name, isExclusive: trackingPlan.exclusive === true, rules }
}

function sourceOf(environment: EnvironmentConfig, variables: Variables): DesiredSource {
  const { source, settings, disconnectAllWarehouses = false } = environment
  const open = Object.entries(settings).filter(([name]) => !isSensitive(name))
  return {
    ...source,
    disconnectAllWarehouses,
    settings: Object.fromEntries(open.map(([name, value]) => [name, openValue(name, value, variables)])),
    hidden: new Set(open.filter(([, value]) => isEnvironmentVariable(value)).map(([name]) => name)),
    secrets: secretsOf(environment, variables),
  }
}

/** An environment's secrets, by the names of their settings. */
export function secretsOf({ settings }: EnvironmentConfig, variables: Variables): DesiredSource['secrets'] {
  const entries = Object.entries(settings).flatMap(([name, value]): [string, Secret][] => {
    if (!isSensitive(name) || !isEnvironmentVariable(value)) return []
    return [[name, { variable: value.env, value: variables[value.env] || undefined }]]
  })
  return Object.fromEntries(entries)
}

function isSensitive(name: string): boolean {
  return settingDefinitions.some((definition) => definition.name === name && definition.sensitive)
}

function openValue(name: string, value: SettingValue, variables: Variables) {
  if (!isEnvironmentVariable(value)) return value
  const found = variables[value.env]
  if (found) return found
  throw new UserError(`the setting ${name} needs ${value.env}, which is not set; put it in .env or the environment`)
}

/**
 * The values of the secrets.
 * @throws UserError that names variables that are not set, or that hold the dots that Segment shows for a secret.
 */
export function secretValues(secrets: DesiredSource['secrets']): Record<string, string> {
  const masked = Object.values(secrets).find(({ value }) => value?.includes('•'))
  if (masked !== undefined)
    throw new UserError(
      `${masked.variable} contains the dots that Segment shows in place of a secret; put the secret itself in .env or the environment`,
    )
  const missing = Object.values(secrets).filter(({ value }) => value === undefined)
  if (missing.length === 0)
    return Object.fromEntries(Object.entries(secrets).map(([name, { value = '' }]) => [name, value]))
  const names = missing.map(({ variable }) => variable).join(', ')
  throw new UserError(`this deployment must send ${names}, which is not set; put it in .env or the environment`)
}
