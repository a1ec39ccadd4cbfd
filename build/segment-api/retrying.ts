import { backOff } from 'exponential-backoff'
import type { Time } from '../system/time'
import { ApiError } from './api-error'

/** Gets a line for people about a retry. */
export type Note = (text: string) => void

const usualRetries = 5
const longestDelayMs = 30_000
/** A realistic limit. A timer for more than 24 days would fire at once. */
const longestWaitMs = 24 * 60 * 60 * 1000

/**
 * Retries a call while it fails with a transient error, by default at most five times. It waits as long as Segment
 * asks, plus a growing random time, so that several clients do not return at once.
 * @throws ApiError of the last try.
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
