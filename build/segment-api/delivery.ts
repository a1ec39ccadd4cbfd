import * as v from 'valibot'
import { hourMs } from '../system/time'
import type { Transport } from './transport'

/** The longest period that Segment counts by the hour (API documentation, "Delivery Overview"). */
const longestMs = 14 * 24 * hourMs

const point = v.object({ time: v.string(), count: v.number() })
const counts = v.object({
  total: v.fallback(v.nullish(v.number()), undefined),
  dataset: v.array(
    v.object({
      discardReason: v.nullish(v.string(), 'unknown'),
      total: v.number(),
      series: v.fallback(v.nullish(v.array(point), []), []),
    }),
  ),
})

/** Why calls or requests were discarded, and how many. */
export interface Discard {
  readonly reason: string
  readonly count: number
}

/** The number of calls in one hour that begins at `time`, in milliseconds since 1970. */
export interface HourCount {
  readonly time: number
  readonly count: number
}

/** The endpoints on the delivery of events (API documentation, "Delivery Overview"). In beta. Times in milliseconds. */
export interface DeliveryApi {
  /** What a source discarded between two moments, the most frequent reason first. */
  discards(sourceId: string, from: number, to: number): Promise<readonly Discard[]>
  /** The calls that Segment received from a source in the 14 days before `now`, by the hour. Hours without any are left out. */
  received(sourceId: string, now: number): Promise<readonly HourCount[]>
}

export function deliveryApi({ read }: Transport): DeliveryApi {
  return {
    async discards(sourceId, from, to) {
      const query = { ...period(sourceId, from, to), 'groupBy.0': 'discardReason' }
      const { dataset } = await read({ method: 'GET', path: '/delivery-overview/failed-on-ingest', query }, counts)
      const found = dataset.map(({ discardReason, total }) => ({ reason: discardReason, count: total }))
      return found.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count)
    },
    async received(sourceId, now) {
      const query = period(sourceId, now - longestMs, now)
      const { dataset } = await read({ method: 'GET', path: '/delivery-overview/successfully-received', query }, counts)
      const points = dataset.flatMap(({ series }) => series ?? [])
      return points
        .map(({ time, count }) => ({ time: Date.parse(time), count }))
        .filter(({ time, count }) => count > 0 && !Number.isNaN(time))
        .sort((one, other) => one.time - other.time)
    },
  }
}

function period(sourceId: string, from: number, to: number): Record<string, string> {
  return {
    sourceId,
    startTime: new Date(from).toISOString(),
    endTime: new Date(to).toISOString(),
    granularity: 'HOUR',
  }
}
