import type { BundledConfig } from '../bundle/configuration-module'
import type { FunctionSettings, WebhookRequest } from '../runtime'
import type { Inspection } from './inspection'
import { watchFunction } from './watch'

/** Says of one request what the function found in it, where, and what it did not use; if asked, with another configuration. */
export type Inspect = (
  request: WebhookRequest,
  settings?: FunctionSettings,
  config?: BundledConfig,
) => Promise<Inspection>

/**
 * Prepares inspecting with a configuration; that takes a moment, each inspection then next to none. All that is said is
 * what the function's own readings kept; nothing here reads a body by rules of its own.
 */
export async function createInspect(usual: BundledConfig): Promise<Inspect> {
  const watch = await watchFunction()
  return async (request, settings = {}, { eventAliases, mappings, body } = usual) => {
    // Who sent a body says nothing about it, so none is turned away.
    const { sharedSecret: _, ...asked } = settings
    return watch(request, asked, { eventAliases, mappings, ...(body && { body }) })
  }
}
