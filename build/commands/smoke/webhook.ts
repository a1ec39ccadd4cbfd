import { isPrivate } from '../../segment-api/environment'
import type { Source } from '../../segment-api/sources'
import { reasonOf } from '../../segment-api/transport'
import { UserError } from '../../system/errors'
import type { Variables } from '../../system/process'

const limitMs = 30_000

export interface SmokeRequest {
  readonly url: URL
  readonly secret: string | undefined
  /** The account that marks the event as ours. */
  readonly account: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * The address that Paytronix sends to. Whoever knows it can send events, so no message shows it.
 * @throws UserError when it is not set, or requests cannot be sent there safely.
 */
export function webhookUrlOf({ SEGMENT_WEBHOOK_URL }: Variables): URL {
  const text = SEGMENT_WEBHOOK_URL?.trim()
  if (!text)
    throw new UserError(
      "SEGMENT_WEBHOOK_URL is not set; copy the webhook URL from the source's Overview page in Segment to .env or the environment",
    )
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.username === '' && isPrivate(url)) return url
  throw new UserError('SEGMENT_WEBHOOK_URL: expected an https address (or http on this machine); copy it again')
}

/**
 * Segment's addresses seem to hold the source's id and a key in `b`, as Base64. An address of another form is accepted.
 * @throws UserError when it names another source.
 */
export function checkSourceOf(url: URL, { id, slug }: Source): void {
  const decoded = Buffer.from(url.searchParams.get('b') ?? '', 'base64').toString('utf8')
  const [, named] = /^([A-Za-z0-9]+)::/.exec(decoded) ?? []
  if (named === undefined || named === id) return
  throw new UserError(
    `SEGMENT_WEBHOOK_URL is of another source than "${slug}"; copy the URL of this source; nothing was sent`,
  )
}

/** @throws UserError when the webhook was not accepted. */
export async function sendWebhook(request: SmokeRequest): Promise<void> {
  const { status } = await posted(request)
  if (status >= 200 && status <= 299) return
  throw new UserError(`the webhook was answered ${status}; check SEGMENT_WEBHOOK_URL and npm run status`)
}

async function posted({ url, secret, account, now }: SmokeRequest): Promise<Response> {
  const password = Buffer.from(`smoke:${secret}`).toString('base64')
  const headers = {
    'content-type': 'application/json',
    ...(secret !== undefined && { authorization: `Basic ${password}` }),
  }
  try {
    const body = JSON.stringify(smokeBody(account, now))
    return await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(limitMs) })
  } catch (error) {
    throw new UserError(`the webhook was not answered, ${reasonOf(error)}; check SEGMENT_WEBHOOK_URL and the network`)
  }
}

/** A check-in of an account that no guest has. */
export function smokeBody(account: string, now: number): object {
  return {
    eventName: 'Check-In',
    accountId: account,
    checkinTime: new Date(now).toISOString(),
    storeCode: 'smoke-test',
    storeName: 'Smoke test',
  }
}
