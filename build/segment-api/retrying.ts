import { backOff } from 'exponential-backoff'
import type { Time } from '../system/time'
import { ApiError } from './api-error'

/** Takes a line for people about a call that is tried again. */
export type Note = (text: string) => void

const usualRetries = 5
const longestDelayMs = 30_000
/** No answer means more. A timer that is set to over 24 days ends at once. */
const longestWaitMs = 24 * 60 * 60 * 1000

/**
 * Tries a call again, at most five times unless told otherwise, while it fails in a way that may pass: after the wait
 * that Segment asks for, and a growing one of random length, so that several clients do not come back at once.
 * @throws ApiError as the last try did.
 */
export async function retrying<T>(
  attempt: () => Promise<T>,
  time: Time,
  note: Note,
  mostRetries = usualRetries,
): Promise<T> {
  try {
    return await backOff(attempt, {
      numOfAttempts: mostRetries + 1,
      startingDelay: time.firstDelayMs,
      maxDelay: longestDelayMs,
      jitter: 'full',
      retry: async (error, number) =>
        number <= mostRetries && waitBefore(error, `${number} of ${mostRetries}`, time, note),
    })
  } catch (error) {
    throw error instanceof ApiError ? error.asFinal() : error
  }
}

async function waitBefore(error: unknown, count: string, time: Time, note: Note): Promise<boolean> {
  if (!(error instanceof ApiError) || !error.failure.isTransient) return false
  const waitMs = Math.min(error.failure.waitMs ?? 0, longestWaitMs)
  const wait = waitMs > 0 ? ` in ${Math.ceil(waitMs / 1000)} s, as Segment asks` : ''
  note(`${error.message.split(';')[0]}; trying again${wait} (${count})`)
  if (waitMs > 0) await time.sleep(waitMs)
  return true
}
