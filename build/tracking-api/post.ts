import type { HTTPClientRequest } from '@segment/analytics-node'
import * as v from 'valibot'
import { ApiError, connectionError } from '../segment-api/api-error'
import { parseAnswer } from '../segment-api/parse-answer'
import { reasonOf } from '../segment-api/transport'
import type { DeliveryOutcome } from './delivery-outcome'
import { trackingError } from './tracking-error'

const limitMs = 30_000
/** Segment answers so to a batch that is malformed or too large, even if only one of its calls is (HTTP API, "Errors"). */
const refusingStatuses: readonly number[] = [400, 413]

const success = v.object({ success: v.literal(true) })
const refusal = v.object({ code: v.pipe(v.string(), v.regex(/^\w{1,50}$/)) })

/**
 * Sends one batch, once, and says what became of it as a whole.
 * @throws ApiError for every other answer, and for none.
 */
export async function post(request: HTTPClientRequest, signal: AbortSignal | undefined): Promise<DeliveryOutcome> {
  const { status, retryAfter, text } = await exchange(request, signal)
  const answer = parseAnswer(text)
  if (refusingStatuses.includes(status)) return { kind: 'refused', reason: reasonFor(status, answer) }
  // Whoever stands between may answer 200 with a page of his own.
  if (status >= 200 && status <= 299 && v.is(success, answer)) return { kind: 'delivered' }
  throw trackingError(status, retryAfter)
}

/** Of what Segment says the code alone: a sentence may quote the call, and with it a guest. */
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
      redirect: 'manual', // the write key is for this host alone
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

/** Aborts with the first of the signals, and lets go of them once aborted. Node 20 forgets the time limit in an AbortSignal.any. */
function endingWith(signals: readonly AbortSignal[]): AbortController {
  const end = new AbortController()
  for (const signal of signals) {
    signal.addEventListener('abort', () => end.abort(signal.reason), { signal: end.signal })
  }
  return end
}

/** The error of a delivery that its user has ended. */
export function stopped(): ApiError {
  return new ApiError('stopped before Segment had answered; run the command again to go on', { isTransient: false })
}
