import { ApiError } from '../segment-api/api-error'

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

/**
 * The error for an answer that neither accepts nor refuses the calls. `retryAfter` is the header of that name, in whole
 * seconds.
 */
export function trackingError(status: number, retryAfter: string | null): ApiError {
  const isOurs = status < 500 && status !== 408 && status !== 429
  const remedy = advice[status] ?? (isOurs ? elsewhere : 'Segment has a problem; run the command again later to go on')
  const waitMs = retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : undefined
  const message = `POST /v1/batch: Segment answered ${status}; ${remedy}`
  return new ApiError(message, { status, isTransient: !isOurs, ...(waitMs !== undefined && { waitMs }) })
}
