import type { Answer } from './answer'
import { withExtraMembers, withoutOptionalMembers } from './answer-variants'

/** A fault of a call. */
export interface Fault {
  /** Whether Segment still does its work, so that a change happens although the caller may not notice it. */
  readonly isDone: boolean
  /** Returns what the caller gets in place of `answer`, which exists when the work is done. */
  readonly replace: (answer: Answer | undefined) => Answer | 'reset' | 'hang'
}

/** The same fault after the work is done. */
export const afterwards = (fault: Fault): Fault => ({ ...fault, isDone: true })

/** Resets the connection. Nothing is done. */
export const reset: Fault = { isDone: false, replace: () => 'reset' }

/** Never answers. Nothing is done. The connection stays open until the server closes. */
export const hang: Fault = { isDone: false, replace: () => 'hang' }

/** An error with this status. Nothing is done. */
export function failure(status: number, message = 'internal error', type = 'internal'): Fault {
  return instead({ status, body: { errors: [{ type, message }] } })
}

export const forbidden = failure(403, 'forbidden', 'forbidden')

/** 429, with the wait in a `Retry-After` header (seconds or a date), in the body (milliseconds), in both, or nowhere. */
export function rateLimited(wait: { retryAfter?: number | string; msBeforeNext?: number } = {}): Fault {
  const { retryAfter, msBeforeNext } = wait
  const data = msBeforeNext !== undefined && { data: { remainingPoints: 0, msBeforeNext, consumedPoints: 61 } }
  const body = { errors: [{ type: 'RequestError', message: 'Too many requests', ...data }] }
  return instead({
    status: 429,
    body,
    ...(retryAfter !== undefined && { headers: { 'Retry-After': `${retryAfter}` } }),
  })
}

/** The page of a proxy, which is not JSON. */
export const htmlPage = instead({
  status: 502,
  headers: { 'Content-Type': 'text/html' },
  body: '<html>\n<head><title>502 Bad Gateway</title></head>\n<body>Bad Gateway</body>\n</html>\n',
})

/** Success, of which only the beginning arrives. */
export const cutAnswer = instead({ status: 200, body: '{"data": {"function": {"id": "sf' })

/** Leads elsewhere. */
export const redirect = instead({ status: 302, headers: { Location: 'https://login.example/' }, body: '' })

/** The work is done. The answer lacks all optional members that a client does not need. */
export const sparse: Fault = changed(withoutOptionalMembers)

/** The work is done. The answer has additional undocumented members. */
export const verbose: Fault = changed(withExtraMembers)

function instead(answer: Answer): Fault {
  return { isDone: false, replace: () => answer }
}

function changed(change: (body: unknown) => unknown): Fault {
  return { isDone: true, replace: (answer) => (answer ? { ...answer, body: change(answer.body) } : 'reset') }
}
