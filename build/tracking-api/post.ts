import type { HTTPClientRequest } from '@segment/analytics-node'
import * as v from 'valibot'
import { ApiError, connectionError } from '../segment-api/api-error'
import { parseAnswer } from '../segment-api/parse-answer'
import { reasonOf } from '../segment-api/transport'
import type { DeliveryOutcome } from './delivery-outcome'
import { trackingError } from './tracking-error'

const limitMs = 30_000
/** Segment's answers to a malformed or too large batch, even when only one call is at fault (HTTP API, "Errors"). */
const refusingStatuses: readonly number[] = [400, 413]

const success = v.object({ success: v.literal(true) })
const refusal = v.object({ code: v.pipe(v.string(), v.regex(/^\w{1,50}$/)) })

/**
 * Sends one batch once and returns the outcome of the whole batch.
 * @throws ApiError for any other answer, and when there is no answer.
 */
export async function post(request: HTTPClientRequest, signal: AbortSignal | undefined): Promise<DeliveryOutcome> {
  const { status, retryAfter, text } = await exchange(request, signal)
  const answer = parseAnswer(text)
  if (refusingStatuses.includes(status)) return { kind: 'refused', reason: reasonFor(status, answer) }
  // A proxy may answer 200 with its own page.
  if (status >= 200 && status <= 299 && v.is(success, answer)) return { kind: 'delivered' }
  throw trackingError(status, retryAfter)
}

/** Uses only the code of Segment's answer: its text may quote the call, and so a guest's data. */
function reasonFor(status: number, answer: unknown): string {
  const code = v.is(refusal, answer) ? ` (${answer.code})` : ''
  return `Segment answered ${status}${code}: malformed, or too large`
}

async function exchange({ url, method, headers, body }: HTTPClientRequest, signal: AbortSignal | undefined) {
  if (signal?.aborted) throw stopped()
  const end = endingWith([AbortSignal.timeout(limitMs), ...(signal ? [signal] : [])])
  try {
    const response = await fetch(url, {
      ...{ method, headers, body },
      redirect: 'manual', // only this host may get the write key
      signal: end.signal,
    })
    const { status, headers: answered } = response
    const retryAfter = answered.get('retry-after') ?? answered.get('x-ratelimit-reset')
    return { status, retryAfter, text: await response.text() }
  } catch (error) {
    if (signal?.aborted) throw stopped()
    const { host, pathname } = new URL(url)
    throw connectionError({ method, path: pathname }, host, reasonOf(error))
  } finally {
    end.abort()
  }
}

/** Aborts with the first of the signals and then releases them. AbortSignal.any of Node 20 loses the time limit. */
function endingWith(signals: readonly AbortSignal[]): AbortController {
  const end = new AbortController()
  for (const signal of signals) {
    signal.addEventListener('abort', () => end.abort(signal.reason), { signal: end.signal })
  }
  return end
}

/** The error of a delivery that the user stopped. */
export function stopped(): ApiError {
  return new ApiError('stopped before Segment answered; run the command again to go on', { isTransient: false })
}
