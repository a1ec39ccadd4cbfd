/** A request as the webhook's sender writes it. */
export interface WebhookRequest {
  /** Default: 'POST'. */
  method?: string
  /** A path with its query, or an absolute URL. */
  url?: string
  /** The default content type is application/json. */
  headers?: Record<string, string>
  /** The raw text. */
  body: string
}

/** A request with all defaults filled in. */
export interface ReadWebhook {
  method: string
  url: URL
  headers: Headers
  /** Without parameters, in lower case. */
  contentType: string
  body: string
}

/** The base of relative URLs. This host cannot exist outside this machine. */
const base = 'https://functions.localhost/'

/** Fills in the defaults. Throws a TypeError for an invalid URL or header. */
export function readWebhook(request: WebhookRequest): ReadWebhook {
  const headers = new Headers(request.headers)
  if (!headers.has('content-type')) headers.set('content-type', 'application/json')
  const [contentType = ''] = (headers.get('content-type') ?? '').split(';')
  return {
    method: (request.method ?? 'POST').toUpperCase(),
    url: new URL(request.url ?? '/', base),
    headers,
    contentType: contentType.trim().toLowerCase(),
    body: request.body,
  }
}
