import type { DetailedRequest } from '../protocol'

/** Headers that say nothing about the webhook. */
const clientHeaders = new Set(['user-agent', 'accept', 'accept-language', 'origin', 'referer'])

/** A command line that sends a request. The user must fill in hidden secrets. */
export function curlOf({ method, url, headers }: DetailedRequest['request'], body: string, webhook: string): string {
  const sent = Object.entries(headers).filter(([name]) => !clientHeaders.has(name) && !name.startsWith('sec-'))
  const address = webhook === '' ? url : new URL(url, webhook).href
  return [
    'curl',
    ...(method === 'POST' ? [] : [`-X ${quoted(method)}`]),
    ...sent.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    `--data-raw ${quoted(body)}`,
    quoted(address),
  ].join(' ')
}

/** A text quoted as one word for a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
