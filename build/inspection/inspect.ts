import type { BundledConfig } from '../bundle/configuration-module'
import type { FunctionSettings, WebhookRequest } from '../runtime'
import type { Inspection } from './inspection'
import { watchFunction } from './watch'

/**
 * Explains a request: what the function found, where, and what it did not use. `config` replaces the usual
 * configuration.
 */
export type Inspect = (
  request: WebhookRequest,
  settings?: FunctionSettings,
  config?: BundledConfig,
) => Promise<Inspection>

/**
 * Prepares an inspector, which takes a moment; each inspection is then fast. It reports what the function's own readings
 * kept, and reads no body by rules of its own.
 */
export async function createInspect(usual: BundledConfig): Promise<Inspect> {
  const watch = await watchFunction()
  return async (request, settings = {}, { eventAliases, mappings, body } = usual) => {
    // A body is inspected whoever sent it, so it needs no secret.
    const { sharedSecret: _, ...asked } = settings
    return watch(request, asked, { eventAliases, mappings, ...(body && { body }) })
  }
}
