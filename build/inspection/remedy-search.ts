import type { EventDefinition } from '../../shared/declare/event'
import type { BundledConfig } from '../bundle/configuration-module'
import type { FunctionSettings, WebhookRequest } from '../runtime'
import type { Inspect } from './inspect'
import type { Inspection } from './inspection'

/** A request with its time of receipt in milliseconds since 1970, if that is known. */
export interface ReceivedRequest extends WebhookRequest {
  readonly receivedAt?: number
}

/** Inspected requests, with the settings and configuration of the inspection. */
export interface RemedySearch {
  readonly requests: readonly ReceivedRequest[]
  readonly inspections: readonly Inspection[]
  readonly settings: FunctionSettings
  readonly config: BundledConfig
  readonly inspect: Inspect
  readonly events: readonly EventDefinition[]
}
