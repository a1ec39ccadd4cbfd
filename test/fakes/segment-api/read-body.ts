import type { ErrorObject, ValidateFunction } from 'ajv'
import { jsonPath, pointerKeys } from '../../../build/system/json-path'
import { type ApiError, badRequest, invalid } from './errors'

const contentTypes = /^application\/(json|vnd\.segment\.v1(alpha|beta)?\+json)\s*(;|$)/

/** Reads a body by the schema. An empty body is `{}`. Throws 400 when it is not JSON, 422 for another shape. */
export function readBody<Body>(schema: ValidateFunction<Body>, contentType: string, text: string): Body {
  if (text !== '' && !contentTypes.test(contentType)) throw badRequest('Content-Type must be application/json')
  const body = text === '' ? {} : parsed(text)
  if (!schema(body)) throw refusal(schema.errors?.[0])
  return body
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest('request body is not JSON')
  }
}

const problems: Readonly<Record<string, (params: ErrorObject['params']) => string>> = {
  required: () => 'is required',
  additionalProperties: () => 'is not allowed',
  minLength: () => 'is not allowed to be empty',
  type: ({ type }) => `must be of type ${type}`,
  enum: ({ allowedValues }) => `must be one of ${allowedValues.join(', ')}`,
  maxItems: ({ limit }) => `must contain less than or equal to ${limit} items`,
}

function refusal(error: ErrorObject | undefined): ApiError {
  const { instancePath = '', keyword = '', params = {} } = error ?? {}
  const member: string | undefined = params.missingProperty ?? params.additionalProperty
  const field = jsonPath([...pointerKeys(instancePath), ...(member === undefined ? [] : [member])])
  return invalid(field === '' ? 'body' : field, problems[keyword]?.(params) ?? 'is invalid')
}
