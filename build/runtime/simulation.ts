import { createRuntime, type FunctionSettings, type Receipt, type SegmentCall, type WebhookRequest } from './index'

/** A request with the file of its body. */
export interface NamedRequest extends WebhookRequest {
  readonly file: string
}

/** The result of one request. */
export interface Result extends Pick<Receipt, 'error' | 'calls' | 'ms'> {
  readonly file: string
  /** `partial`: some of its events were rejected. */
  readonly status: Receipt['status'] | 'partial'
  /** The function's warnings, and the calls that Segment would not deliver. */
  readonly warnings: string[]
  /** Why events beside accepted ones were rejected. */
  readonly errors: string[]
}

export interface Simulation {
  /** The built script. */
  readonly code: string
  readonly settings: FunctionSettings
  /** Gets each console line of the function that is not a warning. */
  readonly note: (text: string) => void
}

const day = 24 * 60 * 60 * 1000

/** Runs requests through a built function one by one. */
export async function* simulate(
  { code, settings, note }: Simulation,
  requests: readonly NamedRequest[],
): AsyncGenerator<Result> {
  let today = 0
  // Samples often repeat an event, and Segment drops what repeats within a day. The clock moves on between requests, so
  // only repeats within one request are dropped.
  const runtime = createRuntime(code, { settings, now: () => today })
  try {
    for (const { file, ...request } of requests) {
      today += 2 * day
      const receipt = await runtime.receive(request)
      for (const { level, text } of receipt.logs) if (!isWarning(level)) note(`${file}: ${text}`)
      yield resultOf(file, receipt)
    }
  } finally {
    await runtime.close()
  }
}

/** The fields are in the order of the `--json` output. */
function resultOf(file: string, { status, error, calls, logs, discarded, ms }: Receipt): Result {
  const said = (level: string) => logs.filter((line) => line.level === level).map(({ text }) => text)
  const dropped = discarded.map(({ call, reason }) => `${nameOf(call)} would be dropped by Segment: ${reason}`)
  const errors = said('error')
  const isPartial = status === 'ok' && (errors.length > 0 || calls.some(isOfRejected))
  const warnings = [...said('warn'), ...dropped]
  return { file, status: isPartial ? 'partial' : status, error, calls, warnings, errors, ms }
}

/** How many events of a request were rejected, of how many. An order and a kept body are no events of their own. */
export function rejectedOf({ calls, errors }: Pick<Result, 'calls' | 'errors'>): { count: number; of: number } {
  const kept = calls.filter(isOfRejected).length
  const accepted = calls.filter(({ type, event }) => type === 'track' && !extraEvents.has(String(event))).length
  const count = Math.max(kept, errors.length)
  return { count, of: count + accepted }
}

const keptRejected = 'Paytronix Event Rejected'
const extraEvents: ReadonlySet<string> = new Set(['Order Completed', 'Paytronix Event Received', keptRejected])

/** Whether a call keeps the body of an event that was rejected. */
function isOfRejected({ event }: SegmentCall): boolean {
  return event === keptRejected
}

function isWarning(level: Receipt['logs'][number]['level']): boolean {
  return level === 'warn' || level === 'error'
}

/** `track "Check-In"` */
export function nameOf({ type, event }: SegmentCall): string {
  return typeof event === 'string' ? `${type} "${event}"` : type
}
