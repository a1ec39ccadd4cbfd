import { alphabetize } from './alphabetize'
import type { WorkerRequest } from './protocol'
import { formType } from './refusal'
import type { Rules } from './rules'
import type { ReadWebhook } from './webhook'

/**
 * How a function receives a form body. `text`: `json()` throws and `text()` returns the form. `parsed`: `json()`
 * returns the fields. Segment accepts forms but does not document which of these it does, so a function must accept
 * both.
 */
export type FormBodies = 'text' | 'parsed'

/** Converts a request to the form that the worker gets. */
export function workerRequestOf(
  request: ReadWebhook,
  settings: object,
  rules: Rules,
  formBodies: FormBodies,
): WorkerRequest {
  return {
    url: request.url.href,
    headers: Object.fromEntries(request.headers),
    ...(request.contentType === formType ? formBody(request.body, formBodies) : jsonBody(request.body, rules)),
    settings: JSON.stringify(settings),
  }
}

function jsonBody(text: string, rules: Rules): Pick<WorkerRequest, 'json' | 'text'> {
  return { json: rules.alphabetizedKeys ? alphabetize(text) : text, text }
}

function formBody(text: string, formBodies: FormBodies): Pick<WorkerRequest, 'json' | 'text'> {
  if (formBodies === 'text') return { json: text, text }
  const json = JSON.stringify(fieldsOf(new URLSearchParams(text)))
  return { json, text: json }
}

/** A field that occurs once is a string. A repeated field is a list. */
function fieldsOf(form: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(form.keys())]
  return Object.fromEntries(
    names.map((name) => {
      const [first = '', ...others] = form.getAll(name)
      return [name, others.length === 0 ? first : [first, ...others]]
    }),
  )
}
