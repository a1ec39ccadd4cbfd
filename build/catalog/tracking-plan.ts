import { descriptionOf, documentationOf } from '../../shared/declare/documentation'
import type { EventDefinition } from '../../shared/declare/event'
import type { Property, PropertyType } from '../../shared/declare/property'
import { emittedName } from '../../shared/emit/handle'
import { traitProperties } from '../../shared/emit/values'
import { foldName } from '../../shared/json/keys'
import { sharedProperties } from '../../shared/properties'
import { readSettings } from '../../shared/settings/settings'
import { signedSchema } from './tracking-plan-meaning'

/** A rule in the format of the Public API (API documentation, "Tracking Plans"). Schemas are JSON Schema draft-07. */
export interface TrackingPlanRule {
  readonly type: 'TRACK' | 'IDENTIFY'
  /** The event's name. Absent for identify calls. */
  readonly key?: string
  readonly version: 1
  readonly jsonSchema: object
}

/** The configuration that the rules depend on. */
export interface PlannedFor {
  /** The setting `eventNames`: name or alias of an event → emitted name. */
  readonly eventNames?: Readonly<Record<string, string>>
  /** The names of mapped properties. */
  readonly mappedNames?: readonly string[]
}

interface Described {
  readonly name: string
  readonly type?: PropertyType
  readonly description: string
}

const truncated: Described = {
  name: 'truncated_properties',
  type: 'array',
  description: 'Names of the properties that were left out because the call would have been too large',
}

/**
 * One rule for the track calls of each name, and one for identify calls. No property is required, because none is
 * always present. Traits of wallets are not listed, because their names contain the wallets' codes. Each schema carries
 * the digest of its meaning.
 */
export function trackingPlanRules(events: readonly EventDefinition[], planned: PlannedFor = {}): TrackingPlanRule[] {
  const { eventNames = {}, mappedNames = [] } = planned
  // Reads the setting as the function does.
  const settings = readSettings({ eventNames }, () => true)
  const named = new Map<string, EventDefinition[]>()
  for (const event of events) {
    const name = emittedName(event.name, event, settings)
    named.set(name, [...(named.get(name) ?? []), event])
  }
  return [...[...named].map(([name, same]) => trackRule(name, same, mappedNames)), identifyRule()]
}

/** One rule for all events with the same emitted name, because Segment allows one rule per name. */
function trackRule(name: string, events: readonly EventDefinition[], mappedNames: readonly string[]): TrackingPlanRule {
  const declared = [...sharedProperties, ...events.flatMap(({ properties }) => properties)]
  const known = [...declared.map((property) => described(property)), truncated]
  const properties = [...known, ...customProperties(known, mappedNames)]
  const description = `Fires when ${events.map((event) => documentationOf(event).firesWhen).join(', or when ')}`
  return { type: 'TRACK', key: name, version: 1, jsonSchema: schemaOf('properties', properties, description) }
}

function identifyRule(): TrackingPlanRule {
  const traits = traitProperties.map((property) => described(property, property.trait))
  return { type: 'IDENTIFY', version: 1, jsonSchema: schemaOf('traits', traits, 'Who the guest is') }
}

function described(property: Property, name = property.name): Described {
  return { name, type: property.type, description: descriptionOf(property) }
}

/** A mapped property may have any type. */
function customProperties(known: readonly Described[], mappedNames: readonly string[]): Described[] {
  const names = new Set(known.map(({ name }) => foldName(name)))
  const own = mappedNames.filter((name) => !names.has(foldName(name)))
  return own.map((name) => ({ name, description: 'Mapped in segment.config.json' }))
}

function schemaOf(member: 'properties' | 'traits', described: readonly Described[], description: string): object {
  const properties = Object.fromEntries(
    described.map(({ name, type, description: text }) => [name, { ...(type && { type }), description: text }]),
  )
  return signedSchema({
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    description,
    properties: { [member]: { type: 'object', properties } },
    required: [member],
  })
}
