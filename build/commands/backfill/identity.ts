import type { Job } from '../../backfill/run'
import { shortDigest } from '../../system/digest'
import type { ConfiguredFunction, Target } from './target'

/**
 * What is the same in the run that goes on. Of the settings, those that decide message ids, guests and times: with others,
 * calls that are done would not be the ones that are meant.
 */
export function identityOf(
  { id, url }: Target,
  { integrations, settings }: ConfiguredFunction,
  query: readonly string[],
): Job['identity'] {
  const { merchantId, userIdFrom, timeZone } = settings
  const entries = Object.entries({ integrations, merchantId, userIdFrom, timeZone })
  const given = entries.filter(([, value]) => value !== undefined)
  return {
    ...{ to: id, at: url },
    ...Object.fromEntries(given.map(([name, value]) => [name, JSON.stringify(value)])),
    ...(query.length > 0 && { query: shortDigest(JSON.stringify(query)) }),
  }
}

/** The part of the history that was asked for. */
export function partOf(given: Readonly<Record<'since' | 'until' | 'shard', string | undefined>>): Job['identity'] {
  const entries = (['since', 'until', 'shard'] as const).flatMap((name) => {
    const value = given[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}
