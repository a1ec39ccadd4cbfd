import type { Checkpoint } from '../../backfill/checkpoint'
import type { CsvOptions } from '../../bodies/csv/csv'
import { shortDigest } from '../../system/digest'
import type { ConfiguredFunction } from './configured-function'
import type { Target } from './target'

/**
 * The values that must be the same to continue a run. Includes the settings that decide message ids, guests and times:
 * if they change, the finished calls are no longer valid.
 */
export function identityOf(
  { id, url }: Target,
  { rules, settings }: ConfiguredFunction,
  query: readonly string[],
  csv: CsvOptions,
): Checkpoint['run'] {
  const { merchantId, userIdFrom, timeZone } = settings
  const { integrations, identify, sendsUndated: undated } = rules
  const { columns, skipRows } = csv
  const given = { integrations, merchantId, userIdFrom, timeZone, identify, undated, skipRows }
  const entries = Object.entries({ ...given, ...(Object.keys(columns).length > 0 && { columns }) })
  const present = entries.filter(([, value]) => value !== undefined)
  return {
    ...{ to: id, at: url },
    ...Object.fromEntries(present.map(([name, value]) => [name, JSON.stringify(value)])),
    ...(query.length > 0 && { query: shortDigest(JSON.stringify(query)) }),
  }
}

/** The requested part of the history. */
export function partOf(options: Readonly<Record<'since' | 'until' | 'shard', string | undefined>>): Checkpoint['run'] {
  const entries = (['since', 'until', 'shard'] as const).flatMap((name) => {
    const value = options[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}
