/**
 * How long an answer asks to wait before the next try, in milliseconds. Undefined when it does not ask.
 * `Retry-After` counts first, as seconds or as a date, then `msBeforeNext` of the body, then the date in
 * `X-RateLimit-Reset` (API documentation, "Rate Limits").
 */
export function requestedWait(
  headers: Pick<Headers, 'get'>,
  msBeforeNext: number | undefined,
  now: number,
): number | undefined {
  const retryAfter = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000
  return untilDate(retryAfter, now) ?? msBeforeNext ?? untilDate(headers.get('x-ratelimit-reset') ?? '', now)
}

/** Dates that have passed ask for no wait. A number is no date. */
function untilDate(text: string, now: number): number | undefined {
  const moment = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now)
}
