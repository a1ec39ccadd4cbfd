import * as v from 'valibot'
import { type DeliveryApi, deliveryApi } from './delivery'
import { type FunctionsApi, functionsApi } from './functions'
import { type SourcesApi, sourcesApi } from './sources'
import { type TrackingPlansApi, trackingPlansApi } from './tracking-plans'
import { createTransport, type TransportOptions } from './transport'

export interface Workspace {
  readonly slug: string
  readonly name: string
}

/** The endpoints of Segment's Public API in use. Every method throws an ApiError when it fails after its retries. */
export interface SegmentApi {
  /** The workspace that the token belongs to. */
  workspace(): Promise<Workspace>
  readonly functions: FunctionsApi
  readonly sources: SourcesApi
  readonly trackingPlans: TrackingPlansApi
  readonly delivery: DeliveryApi
}

const workspace = v.object({ workspace: v.object({ slug: v.string(), name: v.nullish(v.string()) }) })

/** A client for one workspace. Segment's SDK has no retries and no time limit, and depends on an abandoned package. */
export function createSegmentApi(options: TransportOptions): SegmentApi {
  const transport = createTransport(options)
  const sources = sourcesApi(transport)
  return {
    async workspace() {
      const found = (await transport.read({ method: 'GET', path: '/' }, workspace)).workspace
      return { slug: found.slug, name: found.name || found.slug }
    },
    functions: functionsApi(transport),
    sources,
    trackingPlans: trackingPlansApi(transport, async (sourceId) => (await sources.get(sourceId)).trackingPlanId),
    delivery: deliveryApi(transport),
  }
}
