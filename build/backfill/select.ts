import type { SegmentCall } from '../runtime'
import { guestOf, isIn, type Shard } from './guest'
import { isInPeriod, isLimited, type Period } from './period'

/** Which calls of a history are wanted. */
export interface Selection {
  readonly period: Period
  readonly shard: Shard | undefined
}

/** What of a body is wanted. */
export interface Selected {
  readonly calls: readonly SegmentCall[]
  /** Calls outside of the stretch of time. */
  readonly outside: number
  /** Calls without a time. They are wanted unless there is a stretch of time, in which nobody can place them. */
  readonly undated: number
}

export function select(all: readonly SegmentCall[], { period, shard }: Selection): Selected {
  const own = all.filter((call) => isIn(shard, guestOf(call)))
  const dated = own.filter(({ timestamp }) => typeof timestamp === 'string')
  const undated = own.length - dated.length
  if (!isLimited(period)) return { calls: own, outside: 0, undated }
  const calls = dated.filter(({ timestamp }) => isInPeriod(period, Date.parse(String(timestamp))))
  return { calls, outside: dated.length - calls.length, undated }
}

/** Whether what is to be said of a body is this shard's to say: one says it for all. */
export function isOwn(line: number, { shard }: Selection): boolean {
  return isIn(shard, `line ${line}`)
}
