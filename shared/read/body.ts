import { depthOf } from '../json/depth'
import { fromJsonText, parseJsonText } from '../json/json-text'
import { problem } from '../json/problem'
import { isObject, type JsonObject, shapeOf } from '../json/values'
import type { SegmentRequest } from '../settings/request'
import { fromFields, isFormText, parseForm } from './form'

const deepest = 32

/**
 * Reads a request's body: JSON, JSON text in JSON text, or form fields.
 * @throws InvalidEventPayload for anything else, and for nesting over 32 levels.
 */
export function readBody(request: SegmentRequest): JsonObject | readonly unknown[] {
  const body = fromJsonText(parsedBody(request))
  if (!isObject(body) && !Array.isArray(body)) throw unusable('a JSON object or array', shapeOf(body))
  if (depthOf(body, deepest, parseJsonText) > deepest) throw unusable(`at most ${deepest} levels of nesting`, 'more')
  return body
}

function parsedBody(request: SegmentRequest): unknown {
  const hasFormType = /^\s*application\/x-www-form-urlencoded/i.test(request.headers.get('content-type') ?? '')
  let body: unknown
  try {
    body = request.json()
  } catch {
    return parseText(request.text(), hasFormType)
  }
  return hasFormType && isObject(body) ? fromFields(Object.entries(body)) : body
}

function parseText(sent: string, hasFormType: boolean): unknown {
  const text = sent.replace(/^\uFEFF/, '').trim()
  const isJsonLike = text.startsWith('{') || text.startsWith('[')
  if (!isJsonLike && isFormText(text, hasFormType)) return parseForm(text)
  try {
    return JSON.parse(text)
  } catch {
    throw unusable('JSON or form fields', 'text that is neither')
  }
}

/** What a request is refused with whose body cannot be read. */
export function unusable(expected: string, received: string): Error {
  return new InvalidEventPayload(problem('body', expected, received))
}
