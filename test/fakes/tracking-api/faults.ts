import type { Answer } from '../segment-api/answer'
import { type Fault as ApiFault, afterwards, hang, reset } from '../segment-api/faults'

export { afterwards, hang, reset }

/** A fault of a request. */
export interface Fault extends ApiFault {
  /** Delays the answer until this settles. */
  readonly until?: Promise<unknown>
}

/** Accepts the calls, but the sender gets no answer. */
export const lostAnswer: Fault = afterwards(reset)

/** An answer with this status. Accepts nothing. */
export function failure(status: number, headers: Record<string, string> = {}): Fault {
  const body = { success: false, code: 'failure', message: 'it did not work' }
  return instead({ status, headers, body })
}

/** 429, with the wait in seconds if there is one. */
export function rateLimited(retryAfter?: number): Fault {
  return failure(429, retryAfter === undefined ? {} : { 'Retry-After': `${retryAfter}` })
}

/** Another page in place of Segment's answer, such as the login page of a network. */
export const htmlPage: Fault = instead({
  status: 200,
  headers: { 'Content-Type': 'text/html' },
  body: '<html><title>Log in</title></html>',
})

/** Accepts the calls at once, and answers when the promise settles. */
export function slow(until: Promise<unknown>): Fault {
  return { isDone: true, replace: (answer) => answer ?? 'reset', until }
}

function instead(answer: Answer): Fault {
  return { isDone: false, replace: () => answer }
}
