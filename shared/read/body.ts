import { keyOf } from '../json/keys'
import { pickAll, shape } from '../json/pick'
import { problem } from '../json/problem'
import { isBlank, isObject, type JsonObject, shapeOf, unwrap } from '../json/values'
import type { SegmentRequest } from '../settings/request'
import { isCanonical } from './scan'
import { trace } from './trace'

/** The events of one request. */
export interface Batch {
  readonly items: readonly unknown[]
  /** The object around several events, which says what they have in common; without the list itself. */
  readonly envelope: JsonObject | undefined
  /** Whether the body is in canonical form as it stands, see {@link isCanonical}. */
  readonly isCanonical: boolean
}

const mostEvents = 1000
const listShape = shape([['list', ['events', 'batch', 'notifications', 'data']]])
const formShape = shape([['json', ['payload', 'body']]])

/**
 * Reads a request's events: one object, an array, or an object with an array under `events`, `batch`,
 * `notifications` or `data`. Form fields hold JSON in `payload` or `body`, or are the event themselves.
 * @throws InvalidEventPayload for anything else, for no event for more than 1,000 and for nesting over 32 levels.
 */
export function readBatch(request: SegmentRequest): Batch {
  const body = readBody(request)
  TRACE: trace({ step: 'body', body })
  const { list = [body] } = isObject(body) ? pickAll(body, listShape, asArray) : { list: body }
  if (!Array.isArray(list)) throw unusable('a JSON object or array', shapeOf(body))
  if (list.length === 0) throw unusable('at least one event', 'an empty array')
  if (list.length > mostEvents) throw unusable('at most 1,000 events', `${list.length}`)
  const envelope = isObject(body) && list[0] !== body ? without(body, list) : undefined
  return { items: list, envelope, isCanonical: isCanonical(body) }
}

function asArray(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined
}

/** The one member that is the list is left out; the rest is shared, as nothing changes it. */
function without(body: JsonObject, list: unknown): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== list))
}

function readBody(request: SegmentRequest): unknown {
  const isForm = /^\s*application\/x-www-form-urlencoded/i.test(request.headers.get('content-type') ?? '')
  let body: unknown
  try {
    body = request.json()
  } catch {
    return readForm(request.text(), isForm)
  }
  return isForm && isObject(body) ? readFields(body) : body
}

/** Text that is no JSON may still be form fields, whatever its content type says; then it must look like them. */
function readForm(text: string, isForm: boolean): unknown {
  const fields = text.trim()
  const looksLikeForm = isForm ? fields.includes('=') : /^[^\s=&<>{}"]+=[^\s<>{}"]*$/.test(fields)
  if (!looksLikeForm) throw unusable('JSON or form fields', 'text that is neither')
  const parameters = new URLSearchParams(fields)
  const names = [...new Set(parameters.keys())].filter((name) => !keyOf(name).ignored)
  return readFields(Object.fromEntries(names.map((name) => [name, single(parameters.getAll(name))])))
}

function single(values: readonly string[]): unknown {
  return values.length === 1 ? values[0] : values
}

function unlessBlank(sent: unknown): unknown {
  const value = unwrap(sent)
  return isBlank(value) ? undefined : value
}

function readFields(fields: JsonObject): unknown {
  const { json } = pickAll(fields, formShape, unlessBlank)
  if (typeof json !== 'string') return fields
  try {
    return JSON.parse(json)
  } catch {
    throw unusable('JSON in the form field payload or body', 'other text')
  }
}

function unusable(expected: string, received: string): Error {
  return new InvalidEventPayload(problem('body', expected, received))
}
