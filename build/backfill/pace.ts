import type { Time } from '../system/time'

/** Lets calls pass at a steady rate: waits until this many may be sent. */
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
