import * as v from 'valibot'
import type { Time } from '../system/time'
import {
  ApiError,
  answerError,
  type CallName,
  connectionError,
  cutAnswer,
  pageError,
  type Received,
  redirectError,
  unexpectedAnswer,
} from './api-error'
import { parseAnswer } from './parse-answer'
import { type Note, retrying } from './retrying'

/** One call of the Public API. */
export interface ApiCall extends CallName {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** The schema of an answer's `data`. It checks and types the answer. */
export type AnswerShape<T> = v.GenericSchema<unknown, T>

/** Checks whether a call took effect. Returns the answer it would have given, or undefined when it did not. */
export type Look<T> = () => Promise<T | undefined>

/** Makes calls. Every method throws an ApiError when a call fails after its retries. */
export interface Transport {
  /** Reads, and retries while failures are transient. */
  read<T>(call: ApiCall, shape: AnswerShape<T>): Promise<T>
  /** Writes. When the answer is lost, it repeats the call only after `look` finds that the call took no effect. */
  write<T>(call: ApiCall, shape: AnswerShape<T>, look: Look<T>): Promise<T>
}

export interface TransportOptions {
  /** Without a final slash. */
  readonly baseUrl: string
  readonly token: string
  readonly time: Time
  readonly note: Note
}

const guarded = { secret: 'token', variable: 'SEGMENT_API_URL' } as const
const limitMs = 30_000
/** Segment evaluates a function when it saves it, which takes longer. */
const codeLimitMs = 120_000

export function createTransport(options: TransportOptions): Transport {
  const { time, note } = options
  return {
    read: (call, shape) => retrying(() => send(call, shape, options), time, note),
    write(call, shape, look) {
      let isUncertain = false
      const attempt = async () => {
        const done = isUncertain ? await look() : undefined
        if (done !== undefined) return done
        try {
          return await send(call, shape, options)
        } catch (error) {
          isUncertain ||= error instanceof ApiError && error.isAnswerLost
          throw error
        }
      }
      return retrying(attempt, time, note)
    },
  }
}

async function send<T>(call: ApiCall, shape: AnswerShape<T>, options: TransportOptions): Promise<T> {
  const received = await exchange(call, options)
  const answer = answerOf(call, received, new URL(options.baseUrl).host)
  const hasErrors = v.is(v.object({ errors: v.array(v.unknown()) }), answer)
  if (!isSuccess(received) || hasErrors) throw answerError(call, received, answer, options.time.now())
  const parsed = v.safeParse(v.object({ data: shape }), answer)
  if (parsed.success) return parsed.output.data
  throw unexpectedAnswer(call, v.getDotPath(parsed.issues[0]) ?? 'JSON')
}

/** The JSON of an answer. Undefined when the answer is empty. */
function answerOf(call: ApiCall, received: Received, host: string): unknown {
  const { status, text } = received
  if (status >= 300 && status < 400) throw redirectError(call, received, host, guarded)
  const answer = parseAnswer(text)
  if (answer !== undefined || text.trim() === '') return answer
  if (!/^\s*[{[]/.test(text)) throw pageError(call, received)
  if (isSuccess(received)) throw cutAnswer(call, host)
  return undefined
}

function isSuccess({ status }: Received): boolean {
  return status >= 200 && status <= 299
}

async function exchange(call: ApiCall, { baseUrl, token }: TransportOptions): Promise<Received> {
  const { method, path, query, body } = call
  const url = `${baseUrl}${path}${query === undefined ? '' : `?${new URLSearchParams(query)}`}`
  let answered: Response | undefined
  try {
    answered = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      redirect: 'manual', // only this host may get the token
      signal: AbortSignal.timeout(sendsCode(body) ? codeLimitMs : limitMs),
    })
    return { status: answered.status, headers: answered.headers, text: await answered.text() }
  } catch (error) {
    const { host } = new URL(baseUrl)
    throw answered === undefined ? connectionError(call, host, reasonOf(error)) : cutAnswer(call, host)
  }
}

function sendsCode(body: unknown): boolean {
  return typeof body === 'object' && body !== null && ('code' in body || 'versionId' in body)
}

const failure = v.object({
  name: v.optional(v.string()),
  code: v.optional(v.unknown()),
  cause: v.optional(v.unknown()),
})

/** fetch puts the reason for a failure in `cause`. Its errors may come from another realm, so `instanceof` fails. */
export function reasonOf(error: unknown): string {
  const parsed = v.safeParse(failure, error)
  if (!parsed.success) return 'the connection failed'
  const { name, code, cause } = parsed.output
  if (name === 'TimeoutError') return 'the time limit passed'
  return typeof code === 'string' ? code : reasonOf(cause)
}
