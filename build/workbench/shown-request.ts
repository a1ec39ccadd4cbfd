import type { WebhookRequest } from '../runtime'
import type { DetailedRequest } from './protocol'

/** A request with all fields filled in. */
export type KeptRequest = Required<WebhookRequest>

/** Headers that a client adds by itself. They say nothing about the webhook. */
const ownHeaders = new Set(['host', 'connection', 'content-length', 'accept-encoding', 'transfer-encoding'])
const secretHeaders = new Set(['authorization', 'x-paytronix-secret', 'cookie'])
const secretParameter = 'secret'

/** A request as the page shows it: secrets stay on the server. */
export function shownRequest({ method, url, headers, body }: KeptRequest): DetailedRequest['request'] {
  const chosen = Object.entries(headers).filter(([name]) => !ownHeaders.has(name))
  const shown = chosen.map(([name, value]) => [name, secretHeaders.has(name) ? '…' : value])
  const bodyBytes = Buffer.byteLength(body)
  return { method, url: withoutSecret(url), headers: Object.fromEntries(shown), body, bodyBytes }
}

function withoutSecret(url: string): string {
  const [path = '', query] = url.split(/\?(.*)/s)
  if (query === undefined) return path
  const parameters = new URLSearchParams(query)
  if (!parameters.has(secretParameter)) return url
  parameters.set(secretParameter, '…')
  return `${path}?${parameters}`
}
