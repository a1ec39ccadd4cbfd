import { createRuntime, type FunctionSettings, type Receipt, type SegmentCall, type WebhookRequest } from './index'

/** A request, and where its body is from. */
export interface NamedRequest extends WebhookRequest {
  readonly file: string
}

/** What became of one request. */
export interface Result extends Pick<Receipt, 'status' | 'error' | 'calls' | 'ms'> {
  readonly file: string
  /** What the function warned of, and calls that Segment would not deliver. */
  readonly warnings: string[]
}

export interface Simulation {
  /** The built script. */
  readonly code: string
  readonly settings: FunctionSettings
  /** Takes what the function wrote to its console beside warnings. */
  readonly note: (text: string) => void
}

const day = 24 * 60 * 60 * 1000

/** Runs requests through a built function, one after the other. */
export async function* simulate(
  { code, settings, note }: Simulation,
  requests: readonly NamedRequest[],
): AsyncGenerator<Result> {
  let today = 0
  // Samples are often the same event over and over. Segment drops what repeats within a day; so each request has its
  // own day and the next, and only what repeats within one request is dropped.
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

/** Fields in the order in which `--json` prints them. */
function resultOf(file: string, { status, error, calls, logs, discarded, ms }: Receipt): Result {
  const warned = logs.filter(({ level }) => isWarning(level)).map(({ text }) => text)
  const dropped = discarded.map(({ call, reason }) => `${nameOf(call)} would be dropped by Segment: ${reason}`)
  return { file, status, error, calls, warnings: [...warned, ...dropped], ms }
}

function isWarning(level: Receipt['logs'][number]['level']): boolean {
  return level === 'warn' || level === 'error'
}

/** `track "Check-In"` */
export function nameOf({ type, event }: SegmentCall): string {
  return typeof event === 'string' ? `${type} "${event}"` : type
}
