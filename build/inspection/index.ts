import type { EventDefinition } from '../../shared/declare/event'
import type { BundledConfig } from '../bundle/configuration-module'
import type { FunctionSettings, WebhookRequest } from '../runtime'
import type { Inspection } from './inspection'
import { mappingSources } from './mapping-source'
import { watchFunction } from './watch'

export type { InspectedBody } from './guests'
export type * from './inspection'
export { type CuredGuest, type InspectAgain, type Remedy, splitGuests } from './remedies'
export { type SuggestedMappings, suggestMappings } from './suggest-mappings'

/** Says of one request what the function found in it, where, and what it did not use. */
export type Inspect = (request: WebhookRequest, settings?: FunctionSettings) => Promise<Inspection>

/**
 * Prepares inspecting with a configuration; that takes a moment, each inspection then next to none. All that is said is
 * what the function's own readings kept; nothing here reads a body by rules of its own.
 */
export async function createInspect(config: BundledConfig, events: readonly EventDefinition[]): Promise<Inspect> {
  const eventNames = events.map(({ name }) => name)
  const watch = await watchFunction(config, mappingSources(config.mappings, eventNames))
  return async (request, settings = {}) => {
    // Who sent a body says nothing about it, so none is turned away.
    const { sharedSecret: _, ...asked } = settings
    return watch(request, asked)
  }
}
