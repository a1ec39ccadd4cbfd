import type { WebhookRequest } from '../runtime'
import { UserError } from '../system/errors'

/** The values of `--header`, `--query` and `--urlencoded`. */
export interface RequestArguments {
  /** Items such as `Name: value`. */
  readonly header: readonly string[]
  /** Items such as `name=value`, percent-encoded or not. */
  readonly query: readonly string[]
  /** Whether the body is sent in the form field `payload`. */
  readonly form: boolean
}

/**
 * Creates a function that turns a body into a request. Messages never show values: they may be secrets.
 * @throws UserError when a header or parameter is malformed.
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
