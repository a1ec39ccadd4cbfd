import type { Bench } from './run'

/** What is asked of the function, and whether it is so. */
export interface Goal {
  readonly name: string
  readonly measured: number
  readonly atMost: number
  readonly unit: '×' | 'ms' | 'bytes'
  readonly met: boolean
}

const mostTimes = 4
const mostMilliseconds = 8

/** The goals for speed, cold start and size. */
export function goalsOf({ overall, coldStartMs, bytes, budget }: Bench): Goal[] {
  return [
    goal('request against unavoidable work', overall.ratio, mostTimes, '×'),
    goal('cold start', coldStartMs, mostMilliseconds, 'ms'),
    goal('size', bytes, budget, 'bytes'),
  ]
}

function goal(name: string, measured: number, atMost: number, unit: Goal['unit']): Goal {
  return { name, measured, atMost, unit, met: measured <= atMost }
}
