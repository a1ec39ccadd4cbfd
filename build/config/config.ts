import type { SettingValue } from './settings'

/** `segment.config.json`, checked and with its defaults filled in. */
export interface Config {
  readonly function: { readonly displayName: string; readonly description?: string; readonly logoUrl?: string }
  /** Spelling → event name. */
  readonly eventAliases: Readonly<Record<string, string>>
  /** Property name → mapping in Segment's mapping language. */
  readonly mappings: Readonly<Record<string, unknown>>
  readonly environments: Readonly<Record<string, EnvironmentConfig>>
}

/** One function and one source in a Segment workspace. */
export interface EnvironmentConfig {
  readonly region: 'us' | 'eu'
  /** Display name of the function in that workspace. */
  readonly function: string
  readonly source: { readonly slug: string; readonly name: string }
  readonly settings: Readonly<Record<string, SettingValue>>
  readonly trackingPlan?: string
  readonly disconnectAllWarehouses?: boolean
  readonly backfill?: {
    /** Which destinations get what a backfill sends, as Segment's `integrations` object. */
    readonly integrations?: Readonly<Record<string, unknown>>
  }
}
