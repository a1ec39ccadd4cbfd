import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import * as v from 'valibot'
import { connectionError, cutAnswer, type Received } from '../segment-api/api-error'
import { parseAnswer } from '../segment-api/parse-answer'
import { reasonOf } from '../segment-api/transport'
import type { Time } from '../system/time'
import type { DeliveryOutcome } from './delivery-outcome'
import { batchCall, trackingError } from './tracking-error'

const limitMs = 30_000
/** Segment's answers to a malformed or too large batch, even when only one call is at fault (HTTP API, "Errors"). */
const refusingStatuses: readonly number[] = [400, 413]
/** Calls resemble each other, so the fastest level already makes them eleven times smaller. */
const fastest = { level: 1, chunkSize: 128 * 1024 }
const compressed = promisify<Buffer, typeof fastest, Buffer<ArrayBuffer>>(gzip)

const success = v.object({ success: v.literal(true) })
const refusal = v.object({ code: v.pipe(v.string(), v.regex(/^\w{1,50}$/)) })

interface Target {
  readonly writeKey: string
  /** Without a final slash. */
  readonly url: string
  readonly time: Pick<Time, 'now'>
}

/** Sends batches to one source. */
export interface Post {
  /** The bytes to send for a batch, so that a retry does not compress it again. */
  prepare(body: Buffer): Promise<Buffer<ArrayBuffer>>
  /**
   * Sends a batch once and returns the outcome of the whole batch.
   * @throws ApiError for any other answer, and when there is no answer.
   */
  send(bytes: Buffer<ArrayBuffer>): Promise<DeliveryOutcome>
}

export function createPost(target: Target): Post {
  const url = target.url + batchCall.path
  const headers = {
    authorization: `Basic ${Buffer.from(`${target.writeKey}:`).toString('base64')}`,
    'content-type': 'application/json',
    'content-encoding': 'gzip',
  }
  return {
    prepare: (body) => compressed(body, fastest),
    async send(body) {
      const received = await exchange(url, { method: 'POST', headers, body })
      const { status, text } = received
      const answer = parseAnswer(text)
      if (refusingStatuses.includes(status)) return { kind: 'refused', reason: reasonFor(status, answer) }
      // A proxy may answer 200 with its own page.
      if (status >= 200 && status <= 299 && v.is(success, answer)) return { kind: 'delivered' }
      throw trackingError(received, new URL(url).host, target.time.now())
    },
  }
}

/** Uses only the code of Segment's answer: its text may quote the call, and so a guest's data. */
function reasonFor(status: number, answer: unknown): string {
  const code = v.is(refusal, answer) ? ` (${answer.code})` : ''
  return `Segment answered ${status}${code}: malformed, or too large`
}

async function exchange(url: string, request: RequestInit): Promise<Received> {
  const { host } = new URL(url)
  let answered: Response | undefined
  try {
    // Only this host may get the write key, so a redirect is not followed.
    answered = await fetch(url, { ...request, redirect: 'manual', signal: AbortSignal.timeout(limitMs) })
    return { status: answered.status, headers: answered.headers, text: await answered.text() }
  } catch (error) {
    if (answered !== undefined) throw cutAnswer(batchCall, host)
    throw connectionError(batchCall, host, reasonOf(error))
  }
}
