import Ajv, { type ValidateFunction } from 'ajv'
import type { Answer } from './answer'
import type { ReceivedRequest } from './request'
import { sdkRoutes } from './sdk-routes'
import { schemaOf } from './sdk-schemas'

const ajv = new Ajv({ strict: false, validateSchema: false })
/** By name of the model: those of requests are closed, those of answers may hold more. */
const compiled = { closed: new Map<string, ValidateFunction>(), open: new Map<string, ValidateFunction>() }

/**
 * How a request is not as the official SDK would send it, its body aside, one line each. `route` is a method and a path
 * with names. The endpoints check the bodies that they read, by the SDK's models too.
 */
export function requestProblems(route: string, { search, text }: Pick<ReceivedRequest, 'search' | 'text'>): string[] {
  const { query = [], required = [], body } = sdkRoutes[route] ?? {}
  const sent = [...new URLSearchParams(search).keys()].map((name) => name.replace(/\[\w+\]$|\.\w+$/, ''))
  return [
    ...(route in sdkRoutes ? [] : ['is not in the SDK']),
    ...sent.filter((name) => !query.includes(name)).map((name) => `has the query parameter ${name}`),
    ...required.filter((name) => !sent.includes(name)).map((name) => `lacks the query parameter ${name}`),
    ...(body === undefined && text !== '' ? ['has a body'] : []),
  ]
}

/** How the body of a request is not as the official SDK would send it, one line at most. */
export function bodyProblems(route: string, body: unknown): string[] {
  const model = sdkRoutes[route]?.body
  return model === undefined ? [] : problems(model, body, { isClosed: true })
}

/** How an answer of success is not as the official SDK expects it, one line each. */
export function answerProblems(route: string, { body }: Answer): string[] {
  const model = sdkRoutes[route]?.answer
  const data = typeof body === 'object' && body !== null && 'data' in body ? body.data : undefined
  return model === undefined ? ['is not in the SDK'] : problems(model, data, { isClosed: false })
}

function problems(model: string, value: unknown, { isClosed }: { isClosed: boolean }): string[] {
  const known = isClosed ? compiled.closed : compiled.open
  const validate = known.get(model) ?? ajv.compile(schemaOf(model, { isClosed }))
  known.set(model, validate)
  return validate(value) ? [] : [`is no ${model}: ${ajv.errorsText(validate.errors)}`]
}
