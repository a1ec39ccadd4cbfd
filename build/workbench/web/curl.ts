import type { DetailedRequest } from '../protocol'

/** Headers that say nothing about the webhook. */
const clientHeaders = new Set(['user-agent', 'accept', 'accept-language', 'origin', 'referer'])

/** A command line that sends a request; a secret in it is to be filled in. */
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

/** One word of a shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
