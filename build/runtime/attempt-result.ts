import type { Answer } from './protocol'
import type { Receipt } from './receipt'

/** How Segment reports one attempt. */
export interface AttemptResult extends Pick<Receipt, 'status' | 'httpStatus' | 'shownAs' | 'error'> {
  retried: boolean
}

type Verdict = Omit<AttemptResult, 'error'>

const failed = { status: 'error', httpStatus: 400, retried: false } as const
const messageRejected: Verdict = { ...failed, status: 'rejected', shownAs: 'Message Rejected' }

/** How Segment reports an error, by the error's name (Source Functions, "Errors and error handling"). */
const verdicts: ReadonlyMap<string, Verdict> = new Map([
  ['ValidationError', messageRejected],
  ['InvalidEventPayload', messageRejected],
  ['EventNotSupported', { ...failed, status: 'unsupported', shownAs: 'Unsupported Event Type' }],
  ['RetryError', { ...failed, shownAs: 'RETRY_ERROR', retried: true }],
])

const badRequest: Verdict = { ...failed, shownAs: 'Bad Request' }
const invokeError: Verdict = { ...failed, shownAs: 'INVOKE_ERROR' }
const timeout: Verdict = { status: 'timeout', httpStatus: 504, shownAs: 'FUNCTION_TIMEOUT', retried: true }

/** The result of an attempt. A script that fails to evaluate keeps its own error, shown as INVOKE_ERROR. */
export function resultOf(answer: Answer): AttemptResult {
  switch (answer.kind) {
    case 'done':
      return { status: 'ok', httpStatus: 200, shownAs: null, error: null, retried: false }
    case 'timeout':
      return { ...timeout, error: { name: 'FunctionTimeout', message: `not finished after ${answer.limitMs} ms` } }
    case 'invalid':
      return { ...invokeError, error: answer.error }
    default:
      return { ...(verdicts.get(answer.error.name) ?? badRequest), error: answer.error }
  }
}
