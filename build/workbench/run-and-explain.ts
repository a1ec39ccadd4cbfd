import type { Inspection } from '../inspection'
import type { FunctionSettings, Receipt, SegmentCall, WebhookRequest } from '../runtime'
import { inOrder } from '../runtime/in-order'
import type { LocalFunction } from './local-function'
import type { DetailedRequest, RequestSummary } from './protocol'

/** What became of a request. */
export type RequestOutcome = Omit<DetailedRequest, 'id' | 'receivedAt' | 'via' | 'request' | 'remedies'>

/** The function that is inspected keeps the warnings of one request at a time. */
export const inspectInOrder = inOrder()

/** Runs a request, and then explains it unless there is nothing to explain: watching cannot be interrupted. */
export async function runAndExplain(
  { runtime, inspect }: LocalFunction,
  request: WebhookRequest,
  settings: FunctionSettings,
): Promise<RequestOutcome> {
  const { calls, ...receipt } = await runtime.receive(request, settings)
  const hasEnded = receipt.status !== 'timeout' && receipt.status !== 'refused'
  const inspection = hasEnded ? await inspectInOrder(() => inspect(request, settings)) : null
  const { attempts: _, ...shown } = receipt
  const sizes = calls.map((call) => Buffer.byteLength(JSON.stringify(call)))
  return { ...shown, ...summaryOf(receipt, calls, inspection), sent: calls, sizes, inspection }
}

function summaryOf(
  { logs, discarded }: Pick<Receipt, 'logs' | 'discarded'>,
  calls: readonly SegmentCall[],
  inspection: Inspection | null,
): Pick<RequestSummary, 'events' | 'guest' | 'calls' | 'warnings'> {
  const warned = logs.filter(({ level }) => level === 'warn' || level === 'error').length
  return {
    events: eventNames(calls, inspection),
    guest: guestOf(calls),
    calls: calls.length,
    warnings: warned + discarded.length,
  }
}

function eventNames(calls: readonly SegmentCall[], inspection: Inspection | null): string[] {
  const ofCalls = calls.flatMap(({ type, event }) => (type === 'track' && typeof event === 'string' ? [event] : []))
  const inspected = inspection?.events.map(({ type }) => type.emittedAs ?? type.event ?? type.sent ?? 'no type')
  return inspected === undefined || inspected.length === 0 ? ofCalls : inspected
}

/** The names that a track call repeats, and the id that Segment knows the guest by. */
function guestOf(calls: readonly SegmentCall[]): RequestSummary['guest'] {
  const track = calls.find(({ type }) => type === 'track')
  const traits = member(member(track, 'context'), 'traits')
  const names = [member(traits, 'firstName'), member(traits, 'lastName')].filter((name) => typeof name === 'string')
  const id = track?.userId ?? track?.anonymousId
  return { name: names.length === 0 ? null : names.join(' '), id: typeof id === 'string' ? id : null }
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}
