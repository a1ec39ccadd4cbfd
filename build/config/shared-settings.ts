import type { Config } from './config'
import { isEnvironmentVariable, type SettingValue } from './settings'

/** The settings that have the same value in every environment. A value that is read at deploy time is not among them. */
export function sharedSettings({ environments }: Pick<Config, 'environments'>): Record<string, SettingValue> {
  const [first, ...others] = Object.values(environments).map(({ settings }) => settings)
  const entries = Object.entries(first ?? {}).filter(([name, value]) => {
    const isSame = (settings: Readonly<Record<string, SettingValue>>) =>
      JSON.stringify(settings[name]) === JSON.stringify(value)
    return !isEnvironmentVariable(value) && others.every(isSame)
  })
  return Object.fromEntries(entries)
}
