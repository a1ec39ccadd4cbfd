import type { EventDefinition } from './event'
import type { Property } from './property'

/** What people read about an event. */
export interface EventDocumentation {
  /** When it fires, to complete "Fires when …". */
  readonly firesWhen: string
  /** What a marketer does with it, to complete "Good for …". */
  readonly goodFor: string
}

const descriptions = new Map<Property, string>()
const documentations = new Map<EventDefinition, EventDocumentation>()

/**
 * Says what a property is, with its unit, in one sentence. Call it under the label `DOCS`, right below the declaration:
 * the build drops the statements of that label, so Segment gets none of these texts.
 */
export function describe(property: Property, description: string): void {
  descriptions.set(property, description)
}

/** Says when an event fires and what it is good for. Call it under the label `DOCS`, as {@link describe}. */
export function describeEvent(event: EventDefinition, documentation: EventDocumentation): void {
  documentations.set(event, documentation)
}

/** What a property is, in one sentence; empty when nobody described it. */
export function descriptionOf(property: Property): string {
  return descriptions.get(property) ?? ''
}

/** When an event fires and what it is good for; empty texts when nobody described it. */
export function documentationOf(event: EventDefinition): EventDocumentation {
  return documentations.get(event) ?? { firesWhen: '', goodFor: '' }
}
