import type { BodyCheck } from './schemas'
import type { World } from './world'

/** A request with a valid token, for a route that exists. */
export interface Call {
  readonly world: World
  /** The value of a `{name}` in the route's path. */
  readonly path: (name: string) => string
  readonly query: URLSearchParams
  /** Reads the body and checks it. Throws 400 when it is not JSON, 422 for another shape. */
  readonly read: <Body>(check: BodyCheck<Body>) => Body
}

/** The `data` of an answer. */
export type Data = Record<string, unknown>

/** One endpoint. */
export interface Route {
  /** The query parameters, except those of pagination. */
  readonly query?: readonly string[]
  readonly paged?: boolean
  /** The status of success. Default: 200. */
  readonly status?: number
  /** The group of unstable endpoints that it belongs to. */
  readonly unstable?: 'versions' | 'deliveryOverview'
  /** Throws an `ApiError` to refuse. */
  readonly handle: (call: Call) => Data
}
