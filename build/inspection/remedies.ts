import type { EventDefinition } from '../../shared/declare/event'
import type { BundledConfig } from '../bundle/configuration-module'
import { mappedNames } from '../config/event-mappings'
import type { FunctionSettings, WebhookRequest } from '../runtime'
import type { Inspect } from '.'
import type { Remedy } from './remedy'
import { suggestMappings } from './suggest-mappings'

/** Requests that are looked at together, and what they are looked at with. */
export interface RemedySearch {
  readonly requests: readonly WebhookRequest[]
  readonly settings: FunctionSettings
  readonly config: BundledConfig
  readonly inspect: Inspect
  readonly events: readonly EventDefinition[]
}

/** What to do about what these requests tell, the most important first. */
export async function findRemedies(search: RemedySearch): Promise<Remedy[]> {
  const { requests, settings, config, inspect, events } = search
  const inspections = await Promise.all(requests.map((request) => inspect(request, settings, config)))
  const taken = mappedNames(
    config.mappings,
    events.map(({ name }) => name),
  )
  return Object.entries(suggestMappings(inspections, events, taken)).map(([name, mapping]) => ({
    id: `property ${name}`,
    kind: 'property',
    text: `${mapping['@path']} is not used; this sends it as the property ${name}.`,
    change: { mappings: { [name]: mapping } },
    isSure: false,
  }))
}
