import Ajv, { type ValidateFunction } from 'ajv'
import { jsonValue } from '../../../build/system/json'
import type { Answer } from './answer'
import type { ReceivedRequest } from './request'
import { sdkRoutes } from './sdk-routes'
import { schemaOf } from './sdk-schemas'

const ajv = new Ajv({ strict: false })
const compiled = new Map<string, ValidateFunction>()

/** How a request is not as the official SDK would send it, one line each. `route` is a method and a path with names. */
export function requestProblems(route: string, { search, text }: ReceivedRequest): string[] {
  const { query = [], required = [], body } = sdkRoutes[route] ?? {}
  const sent = [...new URLSearchParams(search).keys()].map((name) => name.replace(/\[\w+\]$|\.\w+$/, ''))
  return [
    ...(route in sdkRoutes ? [] : ['is not in the SDK']),
    ...sent.filter((name) => !query.includes(name)).map((name) => `has the query parameter ${name}`),
    ...required.filter((name) => !sent.includes(name)).map((name) => `lacks the query parameter ${name}`),
    ...(body === undefined ? (text === '' ? [] : ['has a body']) : problems(body, true, jsonValue(text))),
  ]
}

/** How an answer of success is not as the official SDK expects it, one line each. */
export function answerProblems(route: string, { body }: Answer): string[] {
  const model = sdkRoutes[route]?.answer
  const data = typeof body === 'object' && body !== null && 'data' in body ? body.data : undefined
  return model === undefined ? ['is not in the SDK'] : problems(model, false, data)
}

function problems(model: string, isClosed: boolean, value: unknown): string[] {
  const name = `${model} ${isClosed}`
  const validate = compiled.get(name) ?? ajv.compile(schemaOf(model, { isClosed }))
  compiled.set(name, validate)
  return validate(value) ? [] : [`is no ${model}: ${ajv.errorsText(validate.errors)}`]
}
