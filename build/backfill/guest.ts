import type { SegmentCall } from '../runtime'
import { digestOf } from '../system/digest'
import { UserError } from '../system/errors'

/** The ids of a call, each with its kind, the user id first. Calls that share an id belong to one guest. */
export function idsOf({ userId, anonymousId }: SegmentCall): readonly string[] {
  const ids = [
    typeof userId === 'string' && `user ${userId}`,
    typeof anonymousId === 'string' && `anonymous ${anonymousId}`,
  ]
  return ids.filter((id) => id !== false)
}

/** 48 bits of a digest, evenly distributed. */
function hashOf(text: string): number {
  return Number.parseInt(digestOf(text).slice(0, 12), 16)
}

/** One of several parts of a history. */
export interface Shard {
  /** From 1. */
  readonly number: number
  readonly of: number
}

/** @throws UserError when the text is not `K/N`. */
export function shardOf(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined
  const [, number, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number)
  if (number !== undefined && of !== undefined && number >= 1 && number <= of) return { number, of }
  throw new UserError('--shard: expected K/N (part K of N), such as 2/8', 2)
}

/** Whether a key is in the shard. Each key is in exactly one shard. */
export function isIn(shard: Shard | undefined, key: string): boolean {
  return shard === undefined || hashOf(key) % shard.of === shard.number - 1
}
