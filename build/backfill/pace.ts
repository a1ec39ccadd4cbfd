import type { Time } from '../system/time'

/** Limits the rate of calls: waits until this many calls may be sent. */
export type Pace = (calls: number) => Promise<void>

/** @param rate calls a second. */
export function createPace(rate: number, time: Time): Pace {
  let free = 0
  return async (calls) => {
    const now = time.now()
    const turn = Math.max(now, free)
    free = turn + (calls / rate) * 1000
    if (turn > now) await time.sleep(turn - now)
  }
}
