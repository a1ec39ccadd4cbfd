import type { SegmentCall } from '../runtime/receipt'
import type { Destination } from './destination'
import type { Runner } from './runner/runner'
import type { FullSubscription, Trial } from './runner/trial'
import type { CallResult } from './summary'

/** What a destination made of calls, with the subscriptions that took them. */
export interface TriedDestination<Call extends { readonly call: SegmentCall }> {
  readonly destination: Destination
  readonly subscriptions: readonly FullSubscription[]
  readonly calls: readonly (Call & CallResult)[]
}

/** Runs calls through a destination. Each keeps what came with it. */
export async function tryCalls<Call extends { readonly call: SegmentCall }>(
  runner: Runner,
  destination: Destination,
  calls: readonly Call[],
  how: Omit<Trial, 'slug' | 'calls'>,
): Promise<TriedDestination<Call>> {
  const trial = { ...how, slug: destination.slug, calls: calls.map(({ call }) => call) }
  const { subscriptions, outcomes } = await runner.run(trial)
  const results = calls.flatMap((one, index) => {
    const outcome = outcomes[index]
    return outcome === undefined ? [] : [{ ...one, outcome }]
  })
  return { destination, subscriptions, calls: results }
}
