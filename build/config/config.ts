import type { SettingValue } from './settings'

/** `segment.config.json`, checked and with its defaults filled in. */
export interface Config {
  readonly function: { readonly displayName: string; readonly description?: string; readonly logoUrl?: string }
  /** Spelling → event name. */
  readonly eventAliases: Readonly<Record<string, string>>
  /** Where a body holds its events: paths of names with dots between them. */
  readonly body?: { readonly events?: string; readonly event?: string; readonly type?: string }
  /** Property name → mapping in Segment's mapping language, or event name → such mappings for that event only. */
  readonly mappings: Readonly<Record<string, unknown>>
  readonly environments: Readonly<Record<string, EnvironmentConfig>>
}

/** What a function without a configuration is built with. */
export const unconfigured = { eventAliases: {}, mappings: {} }

/** One function and one source in a Segment workspace. */
export interface EnvironmentConfig {
  /** The slug of the workspace. When it is given, every command refuses a token of another workspace. */
  readonly workspace?: string
  readonly region: 'us' | 'eu'
  /** Display name of the function in that workspace. */
  readonly function: string
  readonly source: { readonly slug: string; readonly name: string }
  readonly settings: Readonly<Record<string, SettingValue>>
  readonly trackingPlan?: {
    readonly name: string
    /** Whether deploy removes the rules that are not ours. */
    readonly exclusive?: boolean
  }
  readonly disconnectAllWarehouses?: boolean
  readonly backfill?: {
    /** The destinations that get the calls of a backfill, as Segment's `integrations` object. */
    readonly integrations?: Readonly<Record<string, unknown>>
    /** What identify calls carry: no calls, ids only, or the traits of that time. */
    readonly identify?: 'none' | 'ids' | 'all'
    /** Heading of a CSV file → path in the body. */
    readonly columns?: Readonly<Record<string, string>>
  }
}

/** What is added to `segment.config.json`. A value that is already there is replaced. */
export interface ConfigChange {
  readonly eventAliases?: Config['eventAliases']
  readonly body?: NonNullable<Config['body']>
  readonly mappings?: Config['mappings']
  /** Settings of every environment: what Paytronix sends is the same for all of them. */
  readonly settings?: Readonly<Record<string, SettingValue>>
}
