import { type Requests, requestsOf } from './requests'
import type { Scenario } from './scenario'
import type { Attempt, TriedFunction, TriedRequest } from './tried-function'

/** What became of a scenario's requests. */
export interface Trial {
  /** The text of the function: what stands in it is no guest's. */
  readonly code: string
  readonly scenario: Scenario
  readonly requests: Requests
  readonly sent: Attempt
  readonly reordered: Attempt | undefined
  readonly redelivered: Attempt | undefined
  readonly other: Attempt | undefined
}

/** Has the function handle every request of a scenario. */
export async function tried(scenario: Scenario, handle: TriedFunction, code: string): Promise<Trial> {
  const requests = requestsOf(scenario)
  const attempt = async (request: TriedRequest | undefined) => request && handle(request)
  return {
    ...{ code, scenario, requests },
    sent: await handle(requests.sent),
    reordered: await attempt(requests.reordered),
    redelivered: await attempt(requests.redelivered),
    other: await attempt(requests.other),
  }
}
