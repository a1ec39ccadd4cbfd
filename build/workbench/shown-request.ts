import type { Inspection } from '../inspection/inspection'
import type { WebhookRequest } from '../runtime'
import type { DetailedRequest } from './protocol'
import { hidden, isSecretName, withoutSecretFields, withoutSecrets } from './secrets'

/** A request with all fields filled in. */
export type KeptRequest = Required<WebhookRequest>

/** Headers that a client adds by itself. They say nothing about the webhook. */
const ownHeaders = new Set(['host', 'connection', 'content-length', 'accept-encoding', 'transfer-encoding'])

/** A request as the page shows it: secrets stay on the server, wherever the sender put them. */
export function shownRequest({ method, url, headers, body }: KeptRequest): DetailedRequest['request'] {
  const chosen = Object.entries(headers).filter(([name]) => !ownHeaders.has(name))
  const shown = chosen.map(([name, value]) => [name, isSecretName(name) ? hidden : value])
  const bodyBytes = Buffer.byteLength(body)
  const safe = { url: shownUrl(url), headers: Object.fromEntries(shown), body: withoutSecrets(body) }
  return { method, ...safe, bodyBytes }
}

function shownUrl(url: string): string {
  const [path = '', query] = url.split(/\?(.*)/s)
  return query === undefined ? path : `${path}?${withoutSecretFields(query)}`
}

/** An inspection as the page shows it. Without the values of unused fields that have a secret name. */
export function shownInspection({ events, envelope, ...inspection }: Inspection): Inspection {
  const shown = events.map((event) => ({ ...event, remainder: shownRemainder(event.remainder) }))
  return { ...inspection, events: shown, envelope: shownRemainder(envelope) }
}

function shownRemainder({ unused, ...remainder }: Inspection['envelope']): Inspection['envelope'] {
  const shown = unused.map((field) => (field.keys.some(isSecretName) ? { ...field, value: hidden } : field))
  return { ...remainder, unused: shown }
}

/** A copy of JSON data in which no text holds one of the secrets, under whatever name it came. */
export function withoutValues<Data>(data: Data, secrets: readonly string[]): Data {
  const safe = (text: string) => secrets.reduce((shown, secret) => shown.replaceAll(secret, hidden), text)
  const edit = (_: string, value: unknown) => (typeof value === 'string' ? safe(value) : value)
  return secrets.length === 0 ? data : JSON.parse(JSON.stringify(data), edit)
}
