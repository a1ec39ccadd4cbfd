import type { Property } from '../../shared/declare/property'
import { propertiesOf, traitsOf } from '../../shared/emit/values'
import { foldName } from '../../shared/json/keys'
import type { JsonObject } from '../../shared/json/values'
import { sharedProperties } from '../../shared/properties'
import { guestTraits } from '../../shared/properties/guest'
import { accountWallets } from '../../shared/properties/wallets'
import type { Json } from '../runtime/receipt'
import type { FoundField, Origin } from './inspection'
import { mappingOrigins, originsOf } from './origins'
import type { Subject } from './subject'

/** The properties and traits of an event. Of a rejected event: those that it would have. */
export function foundFields(subject: Subject): FoundField[] {
  const { properties, traits } = valuesOf(subject)
  const known = knownProperties(subject)
  const byTrait = new Map(known.map((property) => [property.trait, property]))
  const tracked = Object.entries(properties).map(([name, value]) => {
    const property = known.find((one) => one.track && one.name === name)
    const trait = property?.trait !== undefined && property.trait in traits ? property.trait : null
    const origins = property === undefined ? mappingOrigins(name, subject) : originsOf(property, subject)
    return field(name, trait, value, origins)
  })
  const repeated = new Set(tracked.map(({ trait }) => trait))
  const others = Object.entries(traits).filter(([trait]) => !repeated.has(trait))
  const wallets = originsOf(accountWallets, subject)
  const onlyTraits = others.map(([trait, value]) => {
    const property = byTrait.get(trait)
    return field(null, trait, value, property === undefined ? wallets : originsOf(property, subject))
  })
  return [...tracked, ...onlyTraits]
}

/**
 * Names of the event's properties and traits that the body does not have. `unreadable` names those that are unreadable.
 */
export function missingFields(subject: Subject, unreadable: readonly string[]): string[] {
  const { omit } = subject.reading.settings
  const leftOut = new Set(unreadable)
  const isMissing = ({ name, trait = name }: Property) =>
    !leftOut.has(name) && !omit.has(foldName(name)) && !omit.has(foldName(trait))
  const missing = knownProperties(subject).filter((one) => isMissing(one) && subject.reading.get(one) === undefined)
  return missing.map(({ name, trait = name, track }) => (track ? name : trait))
}

function knownProperties({ event: { type } }: Subject): readonly Property[] {
  return [...sharedProperties, ...guestTraits, ...(type.definition?.properties ?? [])]
}

function valuesOf({ outcome, reading, event }: Subject): { properties: JsonObject; traits: JsonObject } {
  if (outcome.rejection !== undefined) {
    return { properties: propertiesOf(reading, event.type.definition), traits: traitsOf(reading) }
  }
  let properties: JsonObject | undefined
  let traits: JsonObject = {}
  for (const { type, message } of outcome.calls) {
    if (type === 'identify') traits = message.traits
    else properties ??= message.properties
  }
  return { properties: properties ?? {}, traits }
}

function field(property: string | null, trait: string | null, value: unknown, origins: readonly Origin[]): FoundField {
  // Emitted values are JSON.
  return { property, trait, value: value as Json, origins }
}
