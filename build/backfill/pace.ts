import type { Time } from '../system/time'

/** Limits the rate of calls: waits until this many calls may be sent. */
export type Pace = (calls: number) => Promise<void>

/**
 * Sends n calls at most once in n/rate seconds. So in any second, no more than the rate is sent and one batch on top.
 * A late batch does not let the next ones come sooner.
 * @param rate calls a second.
 */
export function createPace(rate: number, time: Pick<Time, 'elapsed' | 'sleep'>): Pace {
  let free = Number.NEGATIVE_INFINITY
  let turn = Promise.resolve()
  const wait = async (calls: number) => {
    for (let left = free - time.elapsed(); left > 0; left = free - time.elapsed()) await time.sleep(left)
    free = time.elapsed() + (calls / rate) * 1000
  }
  return (calls) => {
    turn = turn.then(() => wait(calls))
    return turn
  }
}

/** The most calls of a batch: a tenth of the rate, so that no second has more than a tenth too many. */
export function batchLimit(rate: number): number {
  return Math.max(1, Math.floor(rate / 10))
}
