import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Answer } from './answer'
import { withOddMembers, withoutOptionalMembers } from './answer-variants'
import type { FaultPlan } from './fault-plan'
import { type LoggedRequest, logged, type ReceivedRequest, receive } from './request'
import { respond } from './respond'
import { matchRoute } from './routes'
import { answerProblems, requestProblems } from './sdk-check'
import type { World } from './world'

/** Creates a server that answers from a world, except where a fault is planned. It does not listen yet. */
export function serverOf(world: World, faults: FaultPlan, requests: LoggedRequest[]): Server {
  return createServer(async (incoming, response) => {
    const request = await receive(incoming).catch(() => undefined) // the caller has left
    if (request === undefined) return
    requests.push(logged(request))
    noteToken(world, request)
    const outcome = outcomeOf(world, faults, request)
    if (outcome === 'reset') incoming.socket.resetAndDestroy()
    else if (outcome !== 'hang') send(response, outcome, rateLimit(world, requests.length))
  })
}

/** The token must be in the header only. */
function noteToken({ options, violations }: World, { method, path, search, text }: ReceivedRequest): void {
  if ((path + search + text).includes(options.token)) violations.push(`sent the token in the open: ${method} ${path}`)
}

const variants = { full: (body: unknown) => body, sparse: withoutOptionalMembers, odd: withOddMembers }

function outcomeOf(world: World, faults: FaultPlan, request: ReceivedRequest): Answer | 'reset' | 'hang' {
  const fault = faults.next(request)
  if (fault?.isDone === false) return fault.replace(undefined)
  const answer = respond(world, request)
  noteSdk(world, request, answer)
  if (request.method !== 'GET' && answer.status < 300) faults.noteWrite()
  const varied = answer.status < 300 ? { ...answer, body: variants[world.options.answers](answer.body) } : answer
  return fault === undefined ? varied : fault.replace(varied)
}

/** Every request of ours, and every answer of this fake, must be as the official SDK describes them. */
function noteSdk({ violations }: World, request: ReceivedRequest, answer: Answer): void {
  const { name = `${request.method} ${request.path}` } = matchRoute(request.method, request.path) ?? {}
  if (answer.status >= 300) return
  const wrong = [
    ...requestProblems(name, request).map((problem) => `request ${problem}`),
    ...answerProblems(name, answer).map((problem) => `answer ${problem}`),
  ]
  violations.push(...wrong.map((problem) => `${name}: ${problem}`))
}

/** The rate-limit headers of an accepted request. */
function rateLimit({ clock }: World, consumed: number): Record<string, string> {
  return {
    'X-RateLimit-Consumed': `${consumed}`,
    'X-RateLimit-Remaining': `${Math.max(0, 1000 - consumed)}`,
    'X-RateLimit-Reset': new Date(clock() + 60_000).toUTCString(),
  }
}

function send(response: ServerResponse, { status, headers, body }: Answer, limits: Record<string, string>): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...(status < 300 && limits), ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}
