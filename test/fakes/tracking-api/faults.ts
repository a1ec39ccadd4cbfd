import type { Answer } from '../segment-api/answer'
import { type Fault as ApiFault, afterwards, hang, reset } from '../segment-api/faults'

export { afterwards, hang, reset }

/** What goes wrong with a request. */
export interface Fault extends ApiFault {
  /** The answer is held back until this is settled. */
  readonly until?: Promise<unknown>
}

/** The calls are taken in, but their sender never learns of it. */
export const lostAnswer: Fault = afterwards(reset)

/** An answer of this status; nothing was taken in. */
export function failure(status: number, headers: Record<string, string> = {}): Fault {
  const body = { success: false, code: 'failure', message: 'it did not work' }
  return instead({ status, headers, body })
}

/** 429, which tells the wait in seconds unless none is given. */
export function rateLimited(retryAfter?: number): Fault {
  return failure(429, retryAfter === undefined ? {} : { 'Retry-After': `${retryAfter}` })
}

/** Somebody else's page in place of Segment's answer, as a network that wants a log-in first has it. */
export const htmlPage: Fault = instead({
  status: 200,
  headers: { 'Content-Type': 'text/html' },
  body: '<html><title>Log in</title></html>',
})

/** The calls are taken in at once, and the answer comes when the promise is settled. */
export function slow(until: Promise<unknown>): Fault {
  return { isDone: true, replace: (answer) => answer ?? 'reset', until }
}

function instead(answer: Answer): Fault {
  return { isDone: false, replace: () => answer }
}
