import { ApiError } from '../segment-api/api-error'
import { requestedWait } from '../segment-api/requested-wait'

/** An answer as it came. */
export interface Received {
  readonly status: number
  readonly headers: Pick<Headers, 'get'>
  readonly text: string
}

const call = 'POST /v1/batch'
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
  const isOurs = status < 500 && status !== 408 && status !== 429
  const waitMs = requestedWait(headers, resetMs(headers), now)
  const message = `${call}: ${whatCame(received, host, isOurs)}`
  return new ApiError(message, { status, isTransient: !isOurs, ...(waitMs !== undefined && { waitMs }) })
}

/** The error for an answer that ended too early. Segment may have the calls. */
export function cutAnswer(host: string): ApiError {
  const message = `${call}: the answer from ${host} was cut off; check the network and run the command again`
  return new ApiError(message, { isTransient: true })
}

function whatCame({ status, headers, text }: Received, host: string, isOurs: boolean): string {
  if (status >= 300 && status < 400) {
    const location = headers.get('location') ?? ''
    const there = URL.canParse(location) ? ` to ${new URL(location).host}` : ''
    return `redirected${there} (${status}), which is not followed, because only ${host} may get the write key; check the proxy and SEGMENT_TRACKING_URL`
  }
  const page = /^\s*</.test(text) ? ` with a page${titleOf(text)}, probably of a proxy` : ''
  const remedy = advice[status] ?? (isOurs ? elsewhere : 'Segment has a problem; run the command again later to go on')
  return `${page === '' ? 'Segment answered' : 'the answer was'} ${status}${page}; ${remedy}`
}

function titleOf(page: string): string {
  const title = /<title>\s*([^<]{1,60})/i.exec(page)?.[1]?.trim()
  return title === undefined ? '' : ` "${title}"`
}

/** The tracking API tells the seconds to wait, where the Public API tells a date. */
function resetMs(headers: Received['headers']): number | undefined {
  const reset = headers.get('x-ratelimit-reset')?.trim() ?? ''
  return /^\d+$/.test(reset) ? Number(reset) * 1000 : undefined
}
