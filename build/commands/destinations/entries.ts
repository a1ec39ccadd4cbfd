import type { Fired, Mode } from '../../destinations/runner/trial'
import type { CallResult } from '../../destinations/summary'
import type { TriedDestination } from '../../destinations/try-calls'
import type { Result } from '../../runtime/simulation'

/** A call of a body, with what a destination made of it. */
export interface FileCall extends CallResult {
  readonly file: string
}

/** What a destination made of all calls. */
export type DestinationResult = Pick<TriedDestination<FileCall>, 'destination' | 'calls'>

/** An entry of `--json`: one for each subscription that took a call; one for a call that none took. */
interface Entry extends Pick<Fired, 'requests' | 'error'> {
  readonly destination: string
  readonly mode: Mode
  readonly call: {
    readonly file: string
    readonly type: string
    readonly event?: string
    readonly messageId: string
  } | null
  readonly subscription: string | null
  readonly action: string | null
  readonly lost: readonly string[]
}

export function entriesOf(mode: Mode, rejected: readonly Result[], results: readonly DestinationResult[]): Entry[] {
  return results.flatMap(({ destination: { slug }, calls }) => {
    const shared = { destination: slug, mode }
    return [
      ...rejected.map((result) => ({ ...shared, call: null, ...notTaken, error: rejectionOf(result) })),
      ...calls.flatMap((one) => entriesOfCall(shared, one)),
    ]
  })
}

const notTaken = { subscription: null, action: null, requests: [], lost: [] }

function entriesOfCall(
  shared: Pick<Entry, 'destination' | 'mode'>,
  { file, call, outcome: { fired, lost, error } }: FileCall,
): Entry[] {
  const { type, event, messageId } = call
  const shown = { file, type, ...(typeof event === 'string' && { event }), messageId: String(messageId) }
  if (fired.length === 0) return [{ ...shared, call: shown, ...notTaken, error }]
  return fired.map((one) => ({
    ...shared,
    ...{ call: shown, subscription: one.subscription, action: one.action },
    ...{ requests: one.requests, lost, error: one.error },
  }))
}

/** `body.json: InvalidEventPayload: no identity` */
export function rejectionOf({ file, status, error }: Result): string {
  return `${file}: ${error === null ? status : `${error.name}: ${error.message}`}`
}
