import { ApiError, type CallName, pageTitle, type Received, redirectError } from '../segment-api/api-error'
import { requestedWait } from '../segment-api/requested-wait'

/** The only call of the tracking API in use. */
export const batchCall: CallName = { method: 'POST', path: '/v1/batch' }

const guarded = { secret: 'write key', variable: 'SEGMENT_TRACKING_URL' } as const
const elsewhere =
  'the tracking API does not answer so; check SEGMENT_TRACKING_URL (without /v1/batch), and whether a proxy asks for a login'
const wrongKey =
  'the write key is not valid; check SEGMENT_WRITE_KEY (Connections > Sources > the source > Settings > API Keys) and the region'

/** What the user can do, by status. */
const advice: Readonly<Record<number, string>> = {
  401: wrongKey,
  403: wrongKey,
  408: 'run the command again to go on',
  429: 'Segment gets too many calls; wait a while and run the command again to go on',
}

/** The error for an answer that neither accepts nor refuses the calls. `now` is in milliseconds. */
export function trackingError(received: Received, host: string, now: number): ApiError {
  const { status, headers } = received
  if (status >= 300 && status < 400) return redirectError(batchCall, received, host, guarded)
  const isOurs = status < 500 && status !== 408 && status !== 429
  const waitMs = requestedWait(headers, resetMs(headers), now)
  const message = `${batchCall.method} ${batchCall.path}: ${whatCame(received, isOurs)}`
  return new ApiError(message, { status, isTransient: !isOurs, ...(waitMs !== undefined && { waitMs }) })
}

function whatCame({ status, text }: Received, isOurs: boolean): string {
  const page = /^\s*</.test(text) ? ` with a page${pageTitle(text)}, probably of a proxy` : ''
  const remedy = advice[status] ?? (isOurs ? elsewhere : 'Segment has a problem; run the command again later to go on')
  return `${page === '' ? 'Segment answered' : 'the answer was'} ${status}${page}; ${remedy}`
}

/** The tracking API tells the seconds to wait, where the Public API tells a date. */
function resetMs(headers: Received['headers']): number | undefined {
  const reset = headers.get('x-ratelimit-reset')?.trim() ?? ''
  return /^\d+$/.test(reset) ? Number(reset) * 1000 : undefined
}
