import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'

/** A received request. */
export interface ReceivedRequest {
  readonly method: string
  readonly path: string
  /** The query string, with its `?`. */
  readonly search: string
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** A request in the form that tests use. */
export interface LoggedRequest {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** The parsed JSON, or the text when it is not JSON. Undefined without a body. */
  readonly body: unknown
  readonly headers: IncomingHttpHeaders
}

export async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const { pathname, search } = new URL(incoming.url ?? '/', 'http://127.0.0.1')
  const { method = 'GET', headers } = incoming
  return { method, path: pathname, search, headers, text: textOf(await buffer(incoming), headers) }
}

function textOf(bytes: Buffer, headers: IncomingHttpHeaders): string {
  return (headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8')
}

export function logged({ method, path, search, headers, text }: ReceivedRequest): LoggedRequest {
  return { method, path, query: Object.fromEntries(new URLSearchParams(search)), body: bodyOf(text), headers }
}

function bodyOf(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
