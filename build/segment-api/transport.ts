import * as v from 'valibot'
import type { Time } from '../system/time'
import { ApiError, answerError, type CallName, connectionError, unexpectedAnswer } from './api-error'
import { parseAnswer } from './parse-answer'
import { type Note, retrying } from './retrying'

/** One call of the Public API. */
export interface ApiCall extends CallName {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT'
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
  const { status, retryAfter, text } = await exchange(call, options)
  const answer = parseAnswer(text)
  const failed = status < 200 || status > 299 || v.is(v.object({ errors: v.array(v.unknown()) }), answer)
  if (failed) throw answerError(call, status, answer, retryAfter)
  const parsed = v.safeParse(v.object({ data: shape }), answer)
  if (parsed.success) return parsed.output.data
  throw unexpectedAnswer(call, v.getDotPath(parsed.issues[0]) ?? 'JSON')
}

interface Exchanged {
  readonly status: number
  readonly retryAfter: string | null
  readonly text: string
}

async function exchange(call: ApiCall, { baseUrl, token }: TransportOptions): Promise<Exchanged> {
  const { method, path, query, body } = call
  const url = `${baseUrl}${path}${query === undefined ? '' : `?${new URLSearchParams(query)}`}`
  try {
    const response = await fetch(url, {
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
    return { status: response.status, retryAfter: response.headers.get('retry-after'), text: await response.text() }
  } catch (error) {
    throw connectionError(call, new URL(baseUrl).host, reasonOf(error))
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
