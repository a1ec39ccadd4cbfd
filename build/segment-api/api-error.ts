import * as v from 'valibot'
import { UserError } from '../system/errors'
import { requestedWait } from './requested-wait'

/** How a call failed. Without a status there was no answer, so the call may have taken effect. */
interface Failure {
  readonly status?: number
  /** The wait that Segment asks for before the next try, in milliseconds. */
  readonly waitMs?: number
  /** Whether the same call may succeed later. */
  readonly isTransient: boolean
}

/** A failed call to one of Segment's APIs. The message says what the user can do. */
export class ApiError extends UserError {
  constructor(
    message: string,
    readonly failure: Failure,
  ) {
    super(message)
  }

  /** Whether the call may have taken effect. */
  get isAnswerLost(): boolean {
    return this.failure.status === undefined || this.failure.status >= 500
  }

  /** The same error, after the last retry. */
  asFinal(): ApiError {
    return new ApiError(this.message, { ...this.failure, isTransient: false })
  }
}

/** `PATCH /functions/sfnc_1`, for messages. */
export interface CallName {
  readonly method: string
  readonly path: string
}

const errorItem = v.object({
  message: v.optional(v.string()),
  field: v.optional(v.string()),
  data: v.optional(v.unknown()),
})
const errorBody = v.object({ errors: v.array(errorItem) })
const limitData = v.object({ msBeforeNext: v.number() })

type ErrorItem = v.InferOutput<typeof errorItem>

/**
 * What the user can do, by status (API documentation, "Error Handling"; the pages on functions and IAM list the roles).
 */
const advice: Readonly<Record<number, string>> = {
  401: 'check SEGMENT_TOKEN and the region: a Workspace Owner creates tokens under Settings > Workspace settings > Access Management > Tokens, with the roles Functions Admin and Source Admin, and Tracking Plan Admin where a plan is named',
  403: 'the token lacks a role: it needs the roles Functions Admin and Source Admin, and Tracking Plan Admin where a plan is named; the workspace needs a plan with Functions',
  404: 'it is not in the workspace of this token; check the region and whether it was deleted',
  409: 'something with this name already exists; run the plan command to see what',
  422: 'correct the field that Segment names, for example in segment.config.json',
  413: 'the request is too large; npm run build prints the size of the function',
}

/** An answer as it came. */
export interface Received {
  readonly status: number
  readonly headers: Pick<Headers, 'get'>
  readonly text: string
}

/** The error for an answer of Segment that is not a success. `body` is its JSON, `now` in milliseconds. */
export function answerError(call: CallName, { status, headers }: Received, body: unknown, now: number): ApiError {
  const items = itemsOf(body)
  const said = items.map(sayItem).filter((text) => text !== '')
  const parts = [`${nameOf(call)}: Segment answered ${status}${said.length > 0 ? `, ${said.join('; ')}` : ''}`]
  const remedy = advice[status]
  if (remedy !== undefined) parts.push(remedy)
  const waitMs = status === 429 ? requestedWait(headers, msBeforeNext(items), now) : undefined
  const isTransient = status === 429 || (status >= 500 && !isBrokenCode(items))
  return new ApiError(parts.join('; '), { status, isTransient, ...(waitMs !== undefined && { waitMs }) })
}

/** The error for a call without an answer. */
export function connectionError(call: CallName, host: string, reason: string): ApiError {
  const message = `${nameOf(call)}: no answer from ${host}, ${reason}; check the network and run the command again`
  return new ApiError(message, { isTransient: true })
}

/** The error for an answer that ended too early. The call may have taken effect. */
export function cutAnswer(call: CallName, host: string): ApiError {
  const message = `${nameOf(call)}: the answer from ${host} was cut off; check the network and run the command again`
  return new ApiError(message, { isTransient: true })
}

/**
 * The error for an answer that is no JSON: something between this machine and Segment answered.
 * The call may have taken effect when the status is a success.
 */
export function pageError(call: CallName, { status, text }: Received): ApiError {
  return new ApiError(
    `${nameOf(call)}: ${status} with a page${pageTitle(text)}, probably from a proxy and not from Segment; check the proxy, the network and SEGMENT_API_URL`,
    { isTransient: status >= 500 || status === 429, ...(status >= 300 && { status }) },
  )
}

/** ` "Log in"`: the title of a web page. Blank when it has none. */
export function pageTitle(page: string): string {
  const title = /<title>\s*([^<]{1,60})/i.exec(page)?.[1]?.trim()
  return title === undefined ? '' : ` "${title}"`
}

/** What only Segment's host may get, and the variable with the address of that host. */
export interface Guarded {
  readonly secret: 'token' | 'write key'
  readonly variable: 'SEGMENT_API_URL' | 'SEGMENT_TRACKING_URL'
}

/** The error for a redirect. It is not followed. */
export function redirectError(
  call: CallName,
  { status, headers }: Received,
  host: string,
  { secret, variable }: Guarded,
): ApiError {
  const location = headers.get('location') ?? ''
  const there = URL.canParse(location) ? ` to ${new URL(location).host}` : ''
  return new ApiError(
    `${nameOf(call)}: redirected${there} (${status}), which is not followed, because only ${host} may get the ${secret}; check the proxy and ${variable}`,
    { status, isTransient: false },
  )
}

/** The error for an answer that does not match the API's documentation. */
export function unexpectedAnswer(call: CallName, expected: string): ApiError {
  return new ApiError(
    `${nameOf(call)}: expected ${expected} in Segment's answer, received something else; if this persists, the API has changed`,
    { status: 200, isTransient: false },
  )
}

function nameOf({ method, path }: CallName): string {
  return `${method} ${path}`
}

function itemsOf(body: unknown): readonly ErrorItem[] {
  const parsed = v.safeParse(errorBody, body)
  return parsed.success ? parsed.output.errors : []
}

function sayItem({ message = '', field }: ErrorItem): string {
  const text = message.replace(/\s+/g, ' ').trim()
  return field === undefined ? text : `${text} (field ${field})`.trim()
}

function msBeforeNext(items: readonly ErrorItem[]): number | undefined {
  const limit = items.map(({ data }) => v.safeParse(limitData, data)).find(({ success }) => success)
  return limit?.success ? limit.output.msBeforeNext : undefined
}

/**
 * Segment runs a function when it saves it. When the function fails to load, Segment answers with an internal error.
 */
function isBrokenCode(items: readonly ErrorItem[]): boolean {
  return items.some(({ message }) => message?.includes('function invocation failed'))
}
