import { grouped } from '../system/numbers'
import type { Bench, GrowthTimes } from './run'
import { rounded } from './times'

/** What is asked of the function, and whether it is so. */
export interface Goal {
  readonly name: string
  readonly measured: number
  readonly atMost: number
  readonly unit: '×' | 'ms' | 'bytes'
  readonly met: boolean
}

const mostTimes = 2
const mostMilliseconds = 3
/** The objects of a large batch outlive the engine's young memory. Were time to grow with the square, it would be 1,000. */
const mostGrowth = 2
/** Bytes. One reference to each request would be eight; the engine's own memory varies by about one. */
const mostKeptPerRequest = 4
/** Without configuration. */
const mostBytes = 102_400

/** The goals for speed, growth, memory, cold start and size. */
export function goalsOf({ events, overall, growth, coldStartMs, memory, bytes }: Bench): Goal[] {
  const [slowest = { event: 'none', ratio: Number.NaN }] = events.toSorted((one, other) => other.ratio - one.ratio)
  const { requests, keptBytes } = memory
  return [
    goal('request against unavoidable work', overall.ratio, mostTimes, '×'),
    goal(`the same for ${slowest.event}`, slowest.ratio, mostTimes, '×'),
    goal('event in a large batch to alone', growthOf(growth), mostGrowth, '×'),
    goal(`kept after ${grouped(requests)} requests`, keptBytes, requests * mostKeptPerRequest, 'bytes'),
    goal('cold start', coldStartMs, mostMilliseconds, 'ms'),
    goal('size', bytes, mostBytes, 'bytes'),
  ]
}

function growthOf(growth: readonly GrowthTimes[]): number {
  const [alone = Number.NaN] = growth.map(({ perEventUs }) => perEventUs)
  return rounded((growth.at(-1)?.perEventUs ?? Number.NaN) / alone)
}

function goal(name: string, measured: number, atMost: number, unit: Goal['unit']): Goal {
  return { name, measured, atMost, unit, met: measured <= atMost }
}
