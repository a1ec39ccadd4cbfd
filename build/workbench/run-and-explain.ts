import type { InspectedEvent, Inspection } from '../inspection'
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
): Pick<RequestSummary, 'events' | 'rejected' | 'guest' | 'calls' | 'warnings'> {
  // The function logs an error for each rejected event, and those are counted apart.
  const warned = logs.filter(({ level }) => level === 'warn').length
  const { events = [], misshapen = [] } = inspection ?? {}
  const rejected = events.filter(({ rejection }) => rejection !== null)
  return {
    events: eventNames(calls, events),
    rejected: { count: rejected.length + misshapen.length, of: events.length + misshapen.length },
    guest: guestOf(events),
    calls: calls.length,
    warnings: warned + discarded.length,
  }
}

function eventNames(calls: readonly SegmentCall[], events: readonly InspectedEvent[]): string[] {
  const ofCalls = calls.flatMap(({ type, event }) => (type === 'track' && typeof event === 'string' ? [event] : []))
  const inspected = events.map(({ type }) => type.emittedAs ?? type.event ?? type.sent ?? 'No type')
  return inspected.length === 0 ? ofCalls : inspected
}

/** The guest's name, and the id that Segment knows the guest by. Of a rejected event, the account or card. */
function guestOf(events: readonly InspectedEvent[]): RequestSummary['guest'] {
  const event = events.find(({ rejection }) => rejection === null) ?? events[0]
  const names = ['first_name', 'last_name'].flatMap((name) => {
    return event?.found.find(({ property }) => property === name)?.value ?? []
  })
  const { userId, anonymousId, guest } = event?.identity ?? {}
  const id = userId ?? anonymousId ?? guest?.account ?? guest?.card ?? null
  return { name: names.length === 0 ? null : names.join(' '), id }
}
