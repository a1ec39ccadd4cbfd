import type { Job } from '../../backfill/run'
import { shortDigest } from '../../system/digest'
import type { ConfiguredFunction, Target } from './target'

/**
 * The values that must be the same to continue a run. Includes the settings that decide message ids, guests and times:
 * if they change, the finished calls are no longer valid.
 */
export function identityOf(
  { id, url }: Target,
  { integrations, settings }: ConfiguredFunction,
  query: readonly string[],
): Job['identity'] {
  const { merchantId, userIdFrom, timeZone } = settings
  const entries = Object.entries({ integrations, merchantId, userIdFrom, timeZone })
  const present = entries.filter(([, value]) => value !== undefined)
  return {
    ...{ to: id, at: url },
    ...Object.fromEntries(present.map(([name, value]) => [name, JSON.stringify(value)])),
    ...(query.length > 0 && { query: shortDigest(JSON.stringify(query)) }),
  }
}

/** The requested part of the history. */
export function partOf(options: Readonly<Record<'since' | 'until' | 'shard', string | undefined>>): Job['identity'] {
  const entries = (['since', 'until', 'shard'] as const).flatMap((name) => {
    const value = options[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}
