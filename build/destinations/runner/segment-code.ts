import { createRequire } from 'node:module'
import path from 'node:path'
import type { Mapping } from '../destination'

/** What is used of a destination in Segment's code. */
export interface SegmentDestination {
  readonly presets: readonly {
    readonly type: string
    readonly name: string
    readonly partnerAction: string
    readonly subscribe?: string
    readonly mapping?: Mapping
  }[]
  readonly actions: Readonly<
    Record<
      string,
      {
        readonly title: string
        readonly defaultSubscription?: string
        readonly fields: Readonly<Record<string, { readonly default?: Mapping[string] }>>
      }
    >
  >
}

/** A destination that runs its actions. */
interface Running {
  validateSettings(settings: unknown): void
  onSubscription(
    subscription: { partnerAction: string; subscribe: string; mapping: unknown },
    event: unknown,
    settings: unknown,
    auth: unknown,
  ): Promise<readonly { readonly output?: unknown }[]>
}

export interface SegmentCode {
  destination(slug: string): SegmentDestination
  run(definition: SegmentDestination): Running
  /** Takes the place of the network. */
  setFetch(fetch: (request: Request) => Promise<Response>): void
  readonly Response: typeof Response
}

/** Loads Segment's destination code from the directory where it is installed. Its modules have no types of our own. */
export function loadSegmentCode(directory: string): SegmentCode {
  const load = createRequire(path.join(directory, 'package.json'))
  const core = load('@segment/actions-core')
  const network = load(path.join(path.dirname(load.resolve('@segment/actions-core')), 'fetch.js'))
  return {
    destination: (slug) => load(`@segment/action-destinations/dist/destinations/${slug}`).default,
    run: (definition) => new core.Destination(definition),
    setFetch(fetch) {
      network.default = fetch
    },
    Response: network.Response,
  }
}
