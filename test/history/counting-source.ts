import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'

/** A local source that takes every batch and remembers message ids, or only their number. */
export interface CountingSource {
  /** For SEGMENT_TRACKING_URL. */
  readonly url: string
  calls: number
  requests: number
  bytes: number
  /** How often each message id came. Empty unless asked for. */
  readonly ids: ReadonlyMap<string, number>
  close(): void
}

/** Starts a source that costs as little as possible, as it takes time from what is measured. */
export async function startSource(keepsIds = false, onBatch: (calls: number) => void = () => undefined) {
  const ids = new Map<string, number>()
  const server = createServer(async (request, response) => {
    const sent = await buffer(request).catch(() => undefined) // the sender was killed
    if (sent === undefined) return
    const body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent
    if (keepsIds) for (const id of idsIn(body)) ids.set(id, (ids.get(id) ?? 0) + 1)
    source.calls += count(body)
    source.requests += 1
    source.bytes += sent.length
    onBatch(source.calls)
    response.setHeader('content-type', 'application/json').end('{"success":true}')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo // a server that listens on a port has one
  const close = () => void server.close()
  const source: CountingSource = { url: `http://127.0.0.1:${port}`, calls: 0, requests: 0, bytes: 0, ids, close }
  return source
}

const mark = '"messageId":"'

function count(body: Buffer): number {
  let found = 0
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + 1)) found += 1
  return found
}

function idsIn(body: Buffer): string[] {
  const { batch }: { batch: { messageId: string }[] } = JSON.parse(body.toString('utf8'))
  return batch.map(({ messageId }) => messageId)
}
