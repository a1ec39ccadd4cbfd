import type { Answer } from './answer'
import { ApiError, invalid, notFound, unauthorized } from './errors'
import { paginationNames } from './pagination'
import { readBody } from './read-body'
import type { ReceivedRequest } from './request'
import type { Data, Route } from './route'
import { type Match, matchRoute } from './routes'
import type { World } from './world'

/** Answers like Segment. May change the state. */
export function respond(world: World, request: ReceivedRequest): Answer {
  try {
    authorize(world, request)
    const match = matchOf(world, request)
    return { status: match.route.status ?? 200, body: { data: handle(world, request, match) } }
  } catch (error) {
    if (error instanceof ApiError) return refusal(error)
    world.violations.push(`broke the fake: ${error instanceof Error ? error.stack : error}`)
    return refusal(new ApiError(500, 'internal', 'the fake has a bug'))
  }
}

function authorize({ options, violations }: World, { method, path, headers }: ReceivedRequest): void {
  const { authorization } = headers
  if (authorization === undefined) violations.push(`sent no token: ${method} ${path}`)
  if (authorization !== `Bearer ${options.token}`) throw unauthorized()
}

function matchOf(world: World, { method, path }: ReceivedRequest): Match {
  const match = matchRoute(method, path)
  if (match === undefined) {
    world.violations.push(`asked for what Segment does not have: ${method} ${path}`)
    throw notFound('endpoint')
  }
  const { unstable } = match.route
  if (unstable !== undefined && world.availability[unstable] === 'absent') throw notFound('endpoint')
  return match
}

function handle(world: World, request: ReceivedRequest, { route, path }: Match): Data {
  const query = new URLSearchParams(request.search)
  requireKnownParameters(query, route)
  const { 'content-type': contentType = '' } = request.headers
  return route.handle({
    world,
    query,
    path: (name) => decodeURIComponent(path[name] ?? ''),
    read: (check) => readBody(check(), contentType, request.text),
  })
}

function requireKnownParameters(query: URLSearchParams, { query: names = [], paged = false }: Route): void {
  const known = [...names, ...(paged ? paginationNames : [])]
  const unknown = [...query.keys()].find((name) => !known.includes(name))
  if (unknown !== undefined) throw invalid(unknown, 'is not allowed')
}

function refusal({ status, type, message, field }: ApiError): Answer {
  return { status, body: { errors: [{ type, message, ...(field !== undefined && { field }) }] } }
}
