import { alphabetize } from './alphabetize'
import type { WorkerRequest } from './protocol'
import { formType } from './refusal'
import type { Rules } from './rules'
import type { ReadWebhook } from './webhook'

/**
 * What a function gets for a form body. `text`: `json()` throws and `text()` is what was sent. `parsed`: `json()` gives the
 * fields. Segment accepts forms but does not say which; production may well parse them, so a function should bear both.
 */
export type FormBodies = 'text' | 'parsed'

/** Puts a request into the form in which it travels to the function. */
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

/** A field that is sent once is a string; one that is repeated, a list. */
function fieldsOf(form: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(form.keys())]
  return Object.fromEntries(
    names.map((name) => {
      const [first = '', ...others] = form.getAll(name)
      return [name, others.length === 0 ? first : [first, ...others]]
    }),
  )
}
