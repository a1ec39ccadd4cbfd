import type { EventDefinition } from './event'
import type { Property } from './property'

/** What people read about an event. */
export interface EventDocumentation {
  /** When it fires, to complete "Fires when …". */
  readonly firesWhen: string
  /** What a marketer does with it, to complete "Good for …". */
  readonly goodFor: string
  /** Words that others use for it, beside those of its names; parted by blanks. */
  readonly alike?: string
}

const descriptions = new Map<Property, string>()
const synonyms = new Map<Property, readonly string[]>()
const documentations = new Map<EventDefinition, EventDocumentation>()

/**
 * Says what a property is, with its unit, in one sentence. Call it under the label `DOCS`, right below the declaration:
 * the build drops the statements of that label, so Segment gets none of these texts.
 * @param alike Names that others give it, parted by blanks. The function does not read them; `npm run inspect` proposes a mapping.
 */
export function describe(property: Property, description: string, alike = ''): void {
  descriptions.set(property, description)
  synonyms.set(property, alike.split(' '))
}

/** Says when an event fires and what it is good for. Call it under the label `DOCS`, as {@link describe}. */
export function describeEvent(event: EventDefinition, documentation: EventDocumentation): void {
  documentations.set(event, documentation)
}

/** What a property is, in one sentence; empty when nobody described it. */
export function descriptionOf(property: Property): string {
  return descriptions.get(property) ?? ''
}

/** Names that others give a property, the likeliest first. */
export function synonymsOf(property: Property): readonly string[] {
  return synonyms.get(property) ?? []
}

/** When an event fires and what it is good for; empty texts when nobody described it. */
export function documentationOf(event: EventDefinition): EventDocumentation {
  return documentations.get(event) ?? { firesWhen: '', goodFor: '' }
}
