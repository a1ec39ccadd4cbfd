import type { SegmentCall } from '../runtime'
import { type PreparedCall, prepare } from '../tracking-api/prepare'
import { idsOf, isIn, type Shard } from './guest'
import { isInPeriod, isLimited, type Period } from './period'

/** A call of a history, ready to send. */
export interface MadeCall extends PreparedCall {
  /** The track event, or the type of another call. */
  readonly name: string
  /** The ids of its guest, the user id first. */
  readonly ids: readonly string[]
  readonly time: string | undefined
}

/** What became of a body. */
export interface Made {
  readonly calls: readonly MadeCall[]
  /** Why the body or some of its events have no calls. */
  readonly reasons: readonly string[]
  /** The properties whose value was unreadable. */
  readonly unreadable: readonly string[]
  /** Calls outside the period. */
  readonly outside: number
  /** Calls without a time, whether they are sent or not. */
  readonly undated: number
}

/** What the function says of a body. */
export interface Said {
  readonly calls: readonly SegmentCall[]
  readonly reasons: readonly string[]
  readonly unreadable: readonly string[]
}

/** Which calls of a history are sent, and what of them. */
export interface HistoryRules {
  readonly period: Period
  readonly shard: Shard | undefined
  /** What identify calls carry: `ids` joins cards to guests, and `all` overwrites today's traits with old ones. */
  readonly identify: 'none' | 'ids' | 'all'
  /** Whether calls without a time are sent. Segment dates them at receipt. */
  readonly sendsUndated: boolean
  /** The destinations that get the calls, as Segment's `integrations` object. */
  readonly integrations: Readonly<Record<string, unknown>> | undefined
}

/** Makes of what the function says what a backfill sends. `line` is the body's line. */
export function madeOf(said: Said, line: number, rules: HistoryRules): Made {
  const own = said.calls.filter((call) => isIn(rules.shard, guestOf(call))).flatMap((call) => oldCall(call, rules))
  const dated = own.filter(({ timestamp }) => typeof timestamp === 'string')
  const undated = own.filter(({ timestamp }) => typeof timestamp !== 'string')
  const inPeriod = dated.filter(({ timestamp }) => isInPeriod(rules.period, Date.parse(String(timestamp))))
  const isSent = (call: SegmentCall) => inPeriod.includes(call) || (rules.sendsUndated && !isLimited(rules.period))
  // Exactly one shard reports what has no guest.
  const isOwn = isIn(rules.shard, `line ${line}`)
  const sent = own.filter(isSent).map((call) => ready(call, rules))
  const refused = sent.flatMap(refusalsOf)
  return {
    calls: refused.length === 0 ? sent : sent.filter(({ refusal }) => refusal === undefined),
    reasons: [...(isOwn ? said.reasons : []), ...(rules.sendsUndated ? [] : undatedReasons(undated)), ...refused],
    unreadable: isOwn ? said.unreadable : [],
    outside: dated.length - inPeriod.length,
    undated: undated.length,
  }
}

/** The guest of a call: the user id if there is one, because every call of a known guest has it. */
export function guestOf(call: SegmentCall): string {
  return idsOf(call)[0] ?? ''
}

/** The call without what is true only today, or none. */
function oldCall(call: SegmentCall, { identify }: HistoryRules): SegmentCall[] {
  if (identify === 'all') return [call]
  const { traits: _, context, ...rest } = call
  if (call.type !== 'identify') return [{ ...call, ...withoutTraits(context) }]
  const joinsIds = idsOf(call).length > 1
  return identify === 'ids' && joinsIds ? [{ ...rest, ...withoutTraits(context) }] : []
}

function withoutTraits(context: SegmentCall[string] | undefined): Pick<SegmentCall, 'context'> | object {
  if (typeof context !== 'object' || context === null || Array.isArray(context)) return {}
  const { traits: _, ...others } = context
  return { context: others }
}

/** Segment would silently drop such a call. */
function refusalsOf({ type, refusal }: MadeCall): string[] {
  return refusal === undefined ? [] : [`Segment would refuse the ${type} call: ${refusal}`]
}

function undatedReasons(undated: readonly SegmentCall[]): string[] {
  const names = new Set(undated.map(nameOf))
  return [...names].map(
    (name) => `${name}: has no time that can be read; correct it, or send it as of now with --undated`,
  )
}

function ready(call: SegmentCall, { integrations }: HistoryRules): MadeCall {
  const { timestamp } = call
  const time = typeof timestamp === 'string' ? timestamp : undefined
  return { ...prepare(call, integrations), name: nameOf(call), ids: idsOf(call), time }
}

function nameOf({ type, event }: SegmentCall): string {
  return typeof event === 'string' ? event : type
}
