/** A request as the webhook's sender makes it. */
export interface WebhookRequest {
  /** 'POST' unless given. */
  method?: string
  /** A path with its query, or an absolute URL. */
  url?: string
  /** The content type is application/json unless given. */
  headers?: Record<string, string>
  /** The raw text. */
  body: string
}

/** A request with nothing left to default. */
export interface ReadWebhook {
  method: string
  url: URL
  headers: Headers
  /** Without parameters, in lower case. */
  contentType: string
  body: string
}

/** A host that cannot exist outside this machine. */
const base = 'https://functions.localhost/'

/** Fills in what the sender left out. Throws a TypeError for a URL or header that no client could send. */
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
