import type { SegmentCall } from '../runtime'
import { guestOf, isIn, type Shard } from './guest'
import { isInPeriod, isLimited, type Period } from './period'

/** Selects calls of a history. */
export interface Selection {
  readonly period: Period
  readonly shard: Shard | undefined
}

/** The selected calls of a body. */
export interface Selected {
  readonly calls: readonly SegmentCall[]
  /** Calls outside the period. */
  readonly outside: number
  /** Calls without a time. They are selected only when there is no period. */
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

/** Whether this shard reports the rejections of a line. Exactly one shard does. */
export function isOwn(line: number, { shard }: Selection): boolean {
  return isIn(shard, `line ${line}`)
}
