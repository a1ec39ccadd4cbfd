import type { SettingDefinition } from '../../shared/settings/definitions'
import type { Inspection } from '../inspection/inspection'
import type { Receipt } from '../runtime/receipt'

/** Whether the function could be built from the sources as they are now; `problem` says why not. */
export interface BuildState {
  /** Counts the builds since the start. */
  readonly number: number
  readonly problem: string | null
  /** How long the latest one took. */
  readonly ms: number
}

/** A request in the list. */
export interface RequestSummary {
  readonly id: number
  /** ISO 8601. */
  readonly receivedAt: string
  /** Whether it came to `/webhook`, or was sent from the page. */
  readonly via: 'webhook' | 'page'
  /** The names of its events. */
  readonly events: readonly string[]
  /** Who its first accepted event is about. */
  readonly guest: { readonly name: string | null; readonly id: string | null }
  readonly status: Receipt['status']
  readonly httpStatus: number
  readonly calls: number
  readonly warnings: number
}

/** A request and what became of it. */
export interface DetailedRequest
  extends RequestSummary,
    Pick<Receipt, 'shownAs' | 'error' | 'discarded' | 'logs' | 'ms'> {
  readonly request: {
    readonly method: string
    /** Path and query. What the query calls `secret` is not shown. */
    readonly url: string
    /** Those that the sender chose; the ones that may hold a secret say `…`. */
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
    readonly bodyBytes: number
  }
  readonly sent: Receipt['calls']
  /** The size of each call as JSON, in bytes. */
  readonly sizes: readonly number[]
  /** Null when the function had nothing to read, or did not end. */
  readonly inspection: Inspection | null
}

/** A setting, and what it is set to. A secret's value stays on the server. */
export interface ShownSetting extends Omit<SettingDefinition, 'required'> {
  readonly value: unknown
  readonly isSet: boolean
  /** The values to choose from, the default first; none when it is free. */
  readonly choices: readonly string[]
}

/** What the page shows beside the requests. */
export interface State {
  readonly build: BuildState
  readonly settings: readonly ShownSetting[]
  /** Sample bodies: `check-in/epoch-time.json`. */
  readonly samples: readonly string[]
  /** The folders in which a test case may be saved. */
  readonly eventFolders: readonly string[]
  /** The address to send webhooks to. */
  readonly webhook: string
}

/** A body that becomes a test, with what is expected of it. */
export interface TestCase {
  /** `check-in/late-at-night`, below `test/webhooks`. */
  readonly name: string
  readonly body: string
  readonly expectation: string
}

/** What `GET /api/stream` tells, by the name of the event. */
export interface Messages {
  /** A request came, or what became of it changed. */
  readonly request: RequestSummary
  readonly state: State
}
