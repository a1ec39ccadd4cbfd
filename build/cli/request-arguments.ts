import type { WebhookRequest } from '../runtime'
import { UserError } from '../system/errors'

/** What `--header`, `--query` and `--form` ask for. */
export interface RequestArguments {
  /** `Name: value` each. */
  readonly header: readonly string[]
  /** `name=value` each, percent-encoded or not. */
  readonly query: readonly string[]
  /** Whether the body travels in the form field `payload`. */
  readonly form: boolean
}

/**
 * Makes a function that turns a body into a request. Values never show in messages: they may be secrets.
 * @throws UserError for a header or parameter that is none.
 */
export function requestMaker({ header, query, form }: RequestArguments): (text: string) => WebhookRequest {
  const headers = headersOf(header)
  if (form) headers.set('content-type', 'application/x-www-form-urlencoded')
  const shared = { url: urlOf(query), headers: Object.fromEntries(headers) }
  return (text) => ({ ...shared, body: form ? String(new URLSearchParams({ payload: text })) : text })
}

function headersOf(header: readonly string[]): Headers {
  const headers = new Headers()
  for (const line of header) {
    const [, name = '', value = ''] = /^([^:]+):(.*)$/s.exec(line) ?? []
    try {
      headers.append(name.trim(), value.trim())
    } catch {
      throw new UserError("--header: expected 'Name: value', such as 'Authorization: Bearer …'", 2)
    }
  }
  return headers
}

function urlOf(query: readonly string[]): string {
  if (!query.every((parameter) => /^[^=&]+=/.test(parameter))) {
    throw new UserError("--query: expected name=value, such as 'event=Check-In'", 2)
  }
  return query.length === 0 ? '/' : `/?${new URLSearchParams(query.join('&'))}`
}
