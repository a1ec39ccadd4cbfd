import { traitProperties } from '../../shared/calls'
import type { EventDefinition } from '../../shared/event'
import { emittedName } from '../../shared/handle'
import { foldLetters, foldName } from '../../shared/keys'
import { sharedProperties } from '../../shared/properties'
import type { PropertyType } from '../../shared/property'

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
 * One rule for the track call of each event, and one for identify calls. No property is required, for none is always
 * known. Traits of wallets are not listed, because their names are made of the wallets' codes.
 */
export function trackingPlanRules(events: readonly EventDefinition[], planned: PlannedFor = {}): TrackingPlanRule[] {
  return [...events.map((event) => trackRule(event, planned)), identifyRule()]
}

function trackRule(event: EventDefinition, planned: PlannedFor): TrackingPlanRule {
  const known = [...sharedProperties, ...event.properties, truncated]
  const properties = [...known, ...customProperties(known, planned.mappedNames ?? [])]
  const description = `Fires when ${event.firesWhen}`
  return {
    type: 'TRACK',
    key: emittedName(event.name, event, { eventNames: foldedNames(planned.eventNames ?? {}) }),
    version: 1,
    jsonSchema: schemaOf('properties', properties, description),
  }
}

function identifyRule(): TrackingPlanRule {
  const traits = traitProperties.map((property) => ({ ...property, name: property.trait ?? property.name }))
  return { type: 'IDENTIFY', version: 1, jsonSchema: schemaOf('traits', traits, 'Who the guest is') }
}

/** The names are compared as the function compares them. */
function foldedNames(eventNames: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(eventNames).map(([from, to]) => [foldLetters(from), to.trim()]))
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
