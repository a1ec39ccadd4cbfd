import { isObject } from '../../shared/json/values'
import type { SegmentCall } from '../runtime'
import { type PreparedCall, prepare } from '../tracking-api/prepare'
import { idsOf, isIn, type Shard } from './guest'
import { isInPeriod, isLimited, type Period } from './period'

/** A call of a history, ready to send. */
export interface HistoryCall extends PreparedCall {
  /** The track event, or the type of another call. */
  readonly name: string
  /** The ids of its guest, the user id first. */
  readonly ids: readonly string[]
  readonly time: string | undefined
}

/** The result of a body. */
export interface BodyResult {
  readonly calls: readonly HistoryCall[]
  /** Why the body or some of its events have no calls. */
  readonly reasons: readonly string[]
  /** The properties whose value was unreadable. */
  readonly unreadable: readonly string[]
  /** Calls outside the period. */
  readonly outside: number
  /** Calls without a time, whether they are sent or not. */
  readonly undated: number
}

/** The function's answer to a body. */
export interface FunctionAnswer {
  readonly calls: readonly SegmentCall[]
  readonly reasons: readonly string[]
  readonly unreadable: readonly string[]
}

/** Which calls of a history are sent, and which parts of them. */
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

/** Turns the function's answer into what a backfill sends. `line` is the body's line. */
export function bodyResultOf(answer: FunctionAnswer, line: number, rules: HistoryRules): BodyResult {
  // Exactly one shard reports what has no guest.
  const isOwn = isIn(rules.shard, `line ${line}`)
  const reasons = new Set(isOwn ? answer.reasons : [])
  const calls: HistoryCall[] = []
  const own = answer.calls
    .filter((call) => isIn(rules.shard, guestOf(call)))
    .flatMap((call) => oldCall(call, rules) ?? [])
  const undated = own.filter((call) => timeOf(call) === undefined)
  const sent = own.filter((call) => isSent(call, rules))
  if (!rules.sendsUndated) for (const call of undated) reasons.add(undatedReason(call))
  for (const call of sent) addReady(call, rules, calls, reasons)
  const outside = own.length - sent.length - (isSentUndated(rules) ? 0 : undated.length)
  const counts = { outside, undated: undated.length }
  return { calls, reasons: [...reasons], unreadable: isOwn ? answer.unreadable : [], ...counts }
}

function isSent(call: SegmentCall, rules: HistoryRules): boolean {
  const time = timeOf(call)
  return time === undefined ? isSentUndated(rules) : isInPeriod(rules.period, Date.parse(time))
}

/** Nobody knows whether a call without a time belongs to a period. */
function isSentUndated({ sendsUndated, period }: HistoryRules): boolean {
  return sendsUndated && !isLimited(period)
}

/** The guest of a call: the user id if there is one, because every call of a known guest has it. */
function guestOf(call: SegmentCall): string {
  return idsOf(call)[0] ?? ''
}

/** The call without what is true only today. Undefined when it is not sent. */
function oldCall(call: SegmentCall, { identify }: HistoryRules): SegmentCall | undefined {
  if (identify === 'all') return call
  if (call.type !== 'identify') return withoutOldContext(call)
  const joinsIds = idsOf(call).length > 1
  if (identify === 'none' || !joinsIds) return undefined
  const { traits: _, ...rest } = withoutOldContext(call)
  return rest
}

function withoutOldContext(call: SegmentCall): SegmentCall {
  const { context } = call
  if (!isObject(context) || !('traits' in context)) return call
  const { traits: _, ...others } = context
  return { ...call, context: others }
}

function timeOf({ timestamp }: SegmentCall): string | undefined {
  return typeof timestamp === 'string' ? timestamp : undefined
}

function undatedReason(call: SegmentCall): string {
  return `${nameOf(call)}: has no time that can be read; correct it, or send it as of now with --undated`
}

/** Adds the call, or the reason why Segment would silently drop it. */
function addReady(call: SegmentCall, { integrations }: HistoryRules, calls: HistoryCall[], reasons: Set<string>): void {
  const { json, refusal } = prepare(call, integrations)
  if (refusal !== undefined) reasons.add(`Segment would refuse the call ${nameOf(call)}: ${refusal}`)
  else calls.push({ json, refusal, name: nameOf(call), ids: idsOf(call), time: timeOf(call) })
}

function nameOf({ type, event }: SegmentCall): string {
  return typeof event === 'string' ? event : type
}
