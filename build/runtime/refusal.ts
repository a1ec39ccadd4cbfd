import { limits } from './limits'
import type { Failure } from './receipt'
import type { RuleName, Rules } from './rules'
import type { ReadWebhook } from './webhook'

/** Why a request does not reach the function. */
export interface Refusal {
  httpStatus: number
  error: Failure
}

interface Gate {
  rule: RuleName
  stops: (request: ReadWebhook) => boolean
  refusal: Refusal
}

export const formType = 'application/x-www-form-urlencoded'
const contentTypes = ['application/json', formType]

/** In the order in which a server reads a request: the request line, the headers, the body. */
const gates: Gate[] = [
  {
    rule: 'methods',
    stops: ({ method }) => method !== 'POST',
    refusal: { httpStatus: 405, error: { name: 'Method Not Allowed', message: 'a webhook accepts only POST' } },
  },
  {
    rule: 'contentTypes',
    stops: ({ contentType }) => !contentTypes.includes(contentType),
    refusal: {
      httpStatus: 415,
      error: { name: 'Unsupported Media Type', message: `a webhook accepts only ${contentTypes.join(' and ')}` },
    },
  },
  {
    rule: 'bodyLimit',
    stops: ({ body }) => Buffer.byteLength(body) > limits.bodyBytes,
    refusal: { httpStatus: 413, error: { name: 'Payload Too Large', message: 'a webhook accepts up to 512 KiB' } },
  },
]

/** Why Segment would not pass this request to a function. Undefined when it would. */
export function refusalOf(request: ReadWebhook, rules: Rules): Refusal | undefined {
  return gates.find(({ rule, stops }) => rules[rule] && stops(request))?.refusal
}
