import type { ValidateFunction } from 'ajv'
import type { World } from './world'

/** A request with a valid token, for a route that exists. */
export interface Call {
  readonly world: World
  /** The value of a `{name}` in the route's path. */
  readonly path: (name: string) => string
  readonly query: URLSearchParams
  /** The body, which is of the shape that the schema describes; throws 400 for no JSON, 422 for another shape. */
  readonly read: <Body>(schema: ValidateFunction<Body>) => Body
}

/** What goes under `data` in an answer. */
export type Data = Record<string, unknown>

/** One endpoint: what it takes, and what it does. */
export interface Route {
  /** Names of query parameters, besides those of pagination. */
  readonly query?: readonly string[]
  readonly paged?: boolean
  /** Of success: 200 unless given. */
  readonly status?: number
  /** Which of the endpoints that may be missing it belongs to. */
  readonly unstable?: 'versions' | 'deliveryOverview'
  /** Throws an `ApiError` to refuse. */
  readonly handle: (call: Call) => Data
}
