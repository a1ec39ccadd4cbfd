import type { EventDefinition } from '../../shared/declare/event'
import type { Property } from '../../shared/declare/property'
import { foldName } from '../../shared/json/keys'
import { memo } from '../../shared/json/memo'
import { isObject } from '../../shared/json/values'
import { sharedProperties } from '../../shared/properties'
import { guestTraits } from '../../shared/properties/guest'
import type { Json, SegmentCall } from '../runtime'
import type { FoundField, Origin } from './inspection'
import { type Evidence, originsOf } from './origins'
import { originOf } from './places'
import { plainJson } from './plain-json'

/** The properties and traits that an event of this kind may have, in the order in which they are emitted. */
export function propertiesOf(definition: EventDefinition | undefined): Property[] {
  return [...sharedProperties, ...guestTraits, ...(definition?.properties ?? [])]
}

/** What the calls of an event hold, each with where it is from. A trait that repeats a property stands beside it. */
export function emittedFields(calls: readonly SegmentCall[], known: readonly Property[], evidence: Evidence) {
  const properties = membersOf(calls.find(({ type }) => type === 'track')?.properties)
  const traits = membersOf(calls.find(({ type }) => type === 'identify')?.traits)
  const originsOfField = memo((name: string) => emittedOrigins(name, evidence))
  const traitOf = new Map(known.flatMap(({ name, trait }) => (trait === undefined ? [] : [[name, trait] as const])))
  const nameOf = new Map([...traitOf].map(([name, trait]) => [trait, name]))
  const fields = properties.map(([name, value]): FoundField => {
    const trait = traits.find(([key]) => key === traitOf.get(name))?.[0] ?? null
    return { property: name, trait, value, origins: originsOfField(name) }
  })
  const others = traits.filter(([key]) => !fields.some(({ trait }) => trait === key))
  const onlyTraits = others.map(([trait, value]): FoundField => {
    const name = nameOf.get(trait) ?? 'account_wallets'
    return { property: null, trait, value, origins: originsOfField(name) }
  })
  return [...fields, ...onlyTraits]
}

/** What is known in an event that is rejected, as sent: of each property what is looked at first. */
export function knownFields(known: readonly Property[], { candidates }: Evidence): FoundField[] {
  const named = known.map(({ name, trait = null, track }) => ({ name, property: track ? name : null, trait }))
  const lists = { name: 'wallet_lists', property: 'wallets_info', trait: null }
  return [...named, lists].flatMap(({ name, property, trait }) => {
    const first = candidates.get(name)?.find(({ key }) => key !== '')
    return first === undefined
      ? []
      : [{ property, trait, value: plainJson(first.value), origins: [originOf(first.place)] }]
  })
}

/**
 * Names of what an event may have and of which its body tells nothing. What is left out for a reason, under these
 * folded names, is not missing, nor is what is known and only not emitted.
 */
export function missingFields(
  known: readonly Property[],
  found: readonly FoundField[],
  leftOut: readonly string[],
  { works }: Evidence,
): string[] {
  const present = new Set([
    ...found.flatMap(({ property, trait }) => [property ?? '', trait ?? '']).map(foldName),
    ...leftOut,
  ])
  const missing = known.filter(({ name, trait = name }) => {
    const isKnown = works.get(name)?.result?.value !== undefined
    return !isKnown && !present.has(foldName(name)) && !present.has(foldName(trait))
  })
  return missing.map(({ name, trait = name, track }) => (track ? name : trait))
}

/** The one value that is from no place of the request is the merchant's id. */
function emittedOrigins(name: string, evidence: Evidence): Origin[] {
  const origins = originsOf(name, evidence)
  return origins.length === 0 && name === 'merchant_id' ? [{ from: 'setting', path: 'merchantId' }] : origins
}

function membersOf(fields: Json | undefined): [string, Json][] {
  return isObject(fields) ? Object.entries(fields) : []
}
