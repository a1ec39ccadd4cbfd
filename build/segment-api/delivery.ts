import * as v from 'valibot'
import type { Transport } from './transport'

const day = 24 * 60 * 60 * 1000

const discards = v.object({
  dataset: v.array(v.object({ discardReason: v.nullish(v.string(), 'unknown'), total: v.number() })),
})

/** Why calls or requests were discarded, and how many. */
export interface Discard {
  readonly reason: string
  readonly count: number
}

/** The endpoints on the delivery of events (API documentation, "Delivery Overview"). In beta. */
export interface DeliveryApi {
  /** What a source discarded in the 24 hours before `now`, the most frequent reason first. */
  discards(sourceId: string, now: number): Promise<readonly Discard[]>
}

export function deliveryApi({ read }: Transport): DeliveryApi {
  return {
    async discards(sourceId, now) {
      const query = {
        sourceId,
        startTime: new Date(now - day).toISOString(),
        endTime: new Date(now).toISOString(),
        granularity: 'HOUR',
        'groupBy.0': 'discardReason',
      }
      const { dataset } = await read({ method: 'GET', path: '/delivery-overview/failed-on-ingest', query }, discards)
      const found = dataset.map(({ discardReason, total }) => ({ reason: discardReason, count: total }))
      return found.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count)
    },
  }
}
