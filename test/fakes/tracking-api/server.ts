import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Answer } from '../segment-api/answer'
import { type ReceivedRequest, receive } from '../segment-api/request'
import { type Batch, readBatch } from './batch'
import type { Intake } from './intake'

/** A request in the form that tests use. */
export interface TrackedRequest {
  /** The message ids of its calls. Empty when the body is unreadable. */
  readonly messageIds: readonly unknown[]
  readonly bytes: number
  /** The status of the answer, or how the connection ended. */
  readonly outcome: number | 'reset' | 'hang'
}

export interface Served {
  readonly writeKey: string
  readonly intake: Intake
  readonly requests: TrackedRequest[]
  readonly violations: string[]
}

/** Creates a server that accepts batches, except where a fault is planned. It does not listen yet. */
export function serverOf(served: Served): Server {
  return createServer(async (incoming, response) => {
    const request = await receive(incoming).catch(() => undefined) // the caller has left
    if (request === undefined) return
    const batch = readBatch(request.text)
    const fault = served.intake.nextFault()
    noteViolations(served, request)
    const answer = fault?.isDone === false ? undefined : respond(served, request, batch)
    const outcome = fault?.replace(answer) ?? answer ?? 'reset'
    served.requests.push(logged(request, batch, outcome))
    await fault?.until
    if (outcome === 'reset') incoming.socket.resetAndDestroy()
    else if (outcome !== 'hang') send(response, outcome)
  })
}

function logged({ text }: ReceivedRequest, batch: Batch, outcome: Answer | 'reset' | 'hang'): TrackedRequest {
  return {
    messageIds: typeof batch === 'string' ? [] : batch.map(({ messageId }) => messageId),
    bytes: Buffer.byteLength(text),
    outcome: typeof outcome === 'string' ? outcome : outcome.status,
  }
}

/** The write key may be only in the header and in the body's `writeKey`. The machine's clock must not be sent. */
function noteViolations({ writeKey, violations }: Served, { method, path, search, text }: ReceivedRequest): void {
  const open = path + search + text.replace(`"writeKey":${JSON.stringify(writeKey)}`, '')
  if (open.includes(writeKey)) violations.push(`sent the write key in the open: ${method} ${path}`)
  if (/"sentAt":/.test(text)) violations.push('sent sentAt, by which Segment shifts every timestamp')
}

function respond(served: Served, { method, path, headers }: ReceivedRequest, batch: Batch): Answer {
  if (method !== 'POST' || path !== '/v1/batch') return refusal(404, 'not found')
  if (headers.authorization !== `Basic ${Buffer.from(`${served.writeKey}:`).toString('base64')}`) {
    return refusal(401, 'invalid write key')
  }
  if (!/^application\/json\s*(;|$)/.test(headers['content-type'] ?? '')) return refusal(400, 'content type')
  return takeIn(served.intake, batch)
}

/** Accepts a batch as a whole, or not at all. */
function takeIn(intake: Intake, batch: Batch): Answer {
  if (typeof batch === 'string') return refusal(400, batch)
  if (batch.some(intake.isRefused)) return refusal(400, 'malformed call')
  intake.accepted.push(...batch)
  return { status: 200, body: { success: true } }
}

function refusal(status: number, message: string): Answer {
  return { status, body: { success: false, code: 'invalid_request', message } }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}
