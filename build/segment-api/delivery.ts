import * as v from 'valibot'
import type { Transport } from './transport'

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

/** The number of calls in the hour or minute that begins at `time`, in milliseconds since 1970. */
export interface Count {
  readonly time: number
  readonly count: number
}

/** From one moment to another, in milliseconds since 1970. By the hour at most 14 days, by the minute at most 4 hours. */
export interface CountedPeriod {
  readonly from: number
  readonly to: number
  readonly by: 'HOUR' | 'MINUTE'
}

/** The endpoints on the delivery of events (API documentation, "Delivery Overview"). In beta. */
export interface DeliveryApi {
  /** What a source discarded between two moments, the most frequent reason first. */
  discards(sourceId: string, period: Pick<CountedPeriod, 'from' | 'to'>): Promise<readonly Discard[]>
  /** The calls that Segment received from a source, by the hour or minute. Those without any are left out. */
  received(sourceId: string, period: CountedPeriod): Promise<readonly Count[]>
}

export function deliveryApi({ read }: Transport): DeliveryApi {
  return {
    async discards(sourceId, period) {
      const query = { ...queryOf(sourceId, { ...period, by: 'HOUR' }), 'groupBy.0': 'discardReason' }
      const { dataset } = await read({ method: 'GET', path: '/delivery-overview/failed-on-ingest', query }, counts)
      const found = dataset.map(({ discardReason, total }) => ({ reason: discardReason, count: total }))
      return found.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count)
    },
    async received(sourceId, period) {
      const query = queryOf(sourceId, period)
      const { dataset } = await read({ method: 'GET', path: '/delivery-overview/successfully-received', query }, counts)
      const points = dataset.flatMap(({ series }) => series ?? [])
      return points
        .map(({ time, count }) => ({ time: Date.parse(time), count }))
        .filter(({ time, count }) => count > 0 && !Number.isNaN(time))
        .sort((one, other) => one.time - other.time)
    },
  }
}

function queryOf(sourceId: string, { from, to, by }: CountedPeriod): Record<string, string> {
  const [startTime, endTime] = [new Date(from).toISOString(), new Date(to).toISOString()]
  return { sourceId, startTime, endTime, granularity: by }
}
