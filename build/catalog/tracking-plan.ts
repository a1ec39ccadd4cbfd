import { descriptionOf, documentationOf } from '../../shared/declare/documentation'
import type { EventDefinition } from '../../shared/declare/event'
import type { Property, PropertyType } from '../../shared/declare/property'
import { traitProperties } from '../../shared/emit/calls'
import { emittedName } from '../../shared/emit/handle'
import { foldName } from '../../shared/json/keys'
import { sharedProperties } from '../../shared/properties'
import { readSettings } from '../../shared/settings/settings'

/** A rule as the Public API takes it (API documentation, "Tracking Plans"; schemas are JSON Schema draft-07). */
export interface TrackingPlanRule {
  readonly type: 'TRACK' | 'IDENTIFY'
  /** The event's name; identify calls have none. */
  readonly key?: string
  readonly version: 1
  readonly jsonSchema: object
}

/** What the rules are made for. */
export interface PlannedFor {
  /** The setting `eventNames`: name or alias of an event → the name that is emitted. */
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
 * One rule for the track calls of each name, and one for identify calls. No property is required, for none is always
 * known. Traits of wallets are not listed, because their names are made of the wallets' codes.
 */
export function trackingPlanRules(events: readonly EventDefinition[], planned: PlannedFor = {}): TrackingPlanRule[] {
  const { eventNames = {}, mappedNames = [] } = planned
  // As the function reads them.
  const settings = readSettings({ eventNames }, () => true)
  const named = new Map<string, EventDefinition[]>()
  for (const event of events) {
    const name = emittedName(event.name, event, settings)
    named.set(name, [...(named.get(name) ?? []), event])
  }
  return [...[...named].map(([name, same]) => trackRule(name, same, mappedNames)), identifyRule()]
}

/** The rule of all events that are emitted under one name: Segment knows no two rules of a name. */
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

/** A mapping may give a property of any type. */
function customProperties(known: readonly Described[], mappedNames: readonly string[]): Described[] {
  const names = new Set(known.map(({ name }) => foldName(name)))
  const own = mappedNames.filter((name) => !names.has(foldName(name)))
  return own.map((name) => ({ name, description: 'Mapped in segment.config.json' }))
}

function schemaOf(member: 'properties' | 'traits', described: readonly Described[], description: string): object {
  const properties = Object.fromEntries(
    described.map(({ name, type, description: text }) => [name, { ...(type && { type }), description: text }]),
  )
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    description,
    properties: { [member]: { type: 'object', properties } },
    required: [member],
  }
}
