import type { EventDefinition } from '../../shared/declare/event'
import type { BundledConfig } from '../bundle/configuration-module'
import type { FunctionSettings, WebhookRequest } from '../runtime'
import type { Inspect } from './inspect'
import type { Inspection } from './inspection'

/** A request that is looked at, and when it was received, in milliseconds since 1970, where that is known. */
export interface ReceivedRequest extends WebhookRequest {
  readonly receivedAt?: number
}

/** Requests that were inspected, and what they were inspected with. */
export interface RemedySearch {
  readonly requests: readonly ReceivedRequest[]
  readonly inspections: readonly Inspection[]
  readonly settings: FunctionSettings
  readonly config: BundledConfig
  readonly inspect: Inspect
  readonly events: readonly EventDefinition[]
}
