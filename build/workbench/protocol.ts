import type { SettingDefinition } from '../../shared/settings/definitions'
import type { Inspection } from '../inspection/inspection'
import type { Remedy } from '../inspection/remedy'
import type { Receipt } from '../runtime/receipt'

/** The result of the latest build. `problem` says why it failed. */
export interface BuildState {
  /** The number of builds since the start. */
  readonly number: number
  readonly problem: string | null
  /** The duration of the latest build. */
  readonly ms: number
}

/** A request in the list. */
export interface RequestSummary {
  readonly id: number
  /** ISO 8601. */
  readonly receivedAt: string
  /** Whether the request came to `/webhook` or from the page. */
  readonly via: 'webhook' | 'page'
  /** The names of its events. */
  readonly events: readonly string[]
  /** How many of its events were rejected, of how many. */
  readonly rejected: { readonly count: number; readonly of: number }
  /** The guest of its first accepted event, or else of its first event. */
  readonly guest: { readonly name: string | null; readonly id: string | null }
  readonly status: Receipt['status']
  readonly httpStatus: number
  readonly calls: number
  readonly warnings: number
}

/** A request and its result. */
export interface DetailedRequest
  extends RequestSummary,
    Pick<Receipt, 'shownAs' | 'error' | 'discarded' | 'logs' | 'ms'> {
  readonly request: {
    readonly method: string
    /** Path and query. Here, in the headers and in the body, `…` stands for a secret. */
    readonly url: string
    /** The headers that the sender chose. */
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
    /** The size of the body as it was sent. */
    readonly bodyBytes: number
  }
  readonly sent: Receipt['calls']
  /** The size of each call as JSON, in bytes. */
  readonly sizes: readonly number[]
  /** Null when the function got no body or did not end. */
  readonly inspection: Inspection | null
  /** What to do about it. `POST /api/fix` with the request's and the remedy's id carries one out. */
  readonly remedies: readonly Remedy[]
}

/** A setting with its value. A secret's value stays on the server. */
export interface ShownSetting extends Omit<SettingDefinition, 'required'> {
  readonly value: unknown
  readonly isSet: boolean
  /** The possible values, the default first. Empty when any value is allowed. */
  readonly choices: readonly string[]
}

/** Everything that the page shows apart from the requests. */
export interface State {
  readonly build: BuildState
  readonly settings: readonly ShownSetting[]
  /** Sample bodies: `check-in/epoch-time.json`. */
  readonly samples: readonly string[]
  /** The folders for test cases. */
  readonly eventFolders: readonly string[]
  /** The address to send webhooks to. */
  readonly webhook: string
}

/** A body for a new test, with its expected result. */
export interface TestCase {
  /** `check-in/late-at-night`, below `test/webhooks`. */
  readonly name: string
  readonly body: string
  readonly expectation: string
}

/** The messages of `GET /api/stream`, by event name. */
export interface Messages {
  /** A new request, or a new result of a request. */
  readonly request: RequestSummary
  readonly state: State
}
