import type { EventDefinition } from '../../shared/declare/event'
import type { Property } from '../../shared/declare/property'
import { isDeliveryField } from '../../shared/emit/content'
import { inOrder } from '../../shared/json/in-order'
import { foldName } from '../../shared/json/keys'
import type { Candidate } from '../../shared/read/candidate'
import { userIdProperties } from '../../shared/read/identity'
import type { Layer } from '../../shared/read/layers'
import type { Origin } from './inspection'
import { originsOf } from './origins'
import { type Keys, placeId } from './places'
import { placeOfValue, type Subject } from './subject'

/** Why the value in a place was not used. Null when the function does not know its name. */
export type Explain = (keys: Keys) => string | null

export type Side = 'own' | 'outside' | 'around'

/** The reason for a number beside payment-card data. Such a number is never shown in full. */
export const ofPaymentCard = "a payment card's number"

const standing: Readonly<Record<Side, string | null>> = {
  own: null,
  outside: 'is outside the event, so it may belong to somebody else',
  around: 'is outside the list of events',
}

/** Explains the places of one event, in those of its layers that `sides` names. */
export function reasonsOf(subject: Subject, sides: readonly Side[]): Explain {
  const reasons = new Map<string, string>()
  const firstOrigins = new Map<Property, Origin | null>()
  const firstOrigin = (property: Property) => {
    const first = firstOrigins.get(property) ?? originsOf(property, subject)[0] ?? null
    firstOrigins.set(property, first)
    return first
  }
  const add = (keys: Keys, reason: string | null) => {
    if (reason !== null && !reasons.has(placeId(keys))) reasons.set(placeId(keys), reason)
  }
  const { own, outside, event } = subject.reading.source
  const layers = { own, outside, around: event.around }
  for (const side of sides) {
    const explain = (property: Property, candidate: Candidate) =>
      reasonFor(property, candidate, subject) ?? placedBefore(property, firstOrigin(property)) ?? standing[side]
    for (const layer of layers[side]) addLayer(layer, subject, explain, add)
  }
  return (keys) =>
    isDeliveryField(keys.at(-1) ?? '') ? 'differs between deliveries' : (reasons.get(placeId(keys)) ?? null)
}

function addLayer(
  layer: Layer,
  subject: Subject,
  explain: (property: Property, candidate: Candidate) => string | null,
  add: (keys: Keys, reason: string | null) => void,
): void {
  const placeOf = (path: Keys = [], property: Property) =>
    placeOfValue([...(layer.path ?? []), ...path], property, subject)
  for (const { property, path } of layer.found.foreign) add(placeOf(path, property), ofPaymentCard)
  for (const [property, first] of layer.found.values) {
    for (const candidate of inOrder(first)) {
      // A section that is a value as a whole says nothing about its other members.
      if (candidate.key !== '') add(placeOf(candidate.path, property), explain(property, candidate))
    }
  }
}

function reasonFor(property: Property, { key, person }: Candidate, subject: Subject): string | null {
  const { reading, registry, kept } = subject
  const { settings, source, type } = reading
  const { definition } = type
  const { readable } = source
  if (definition?.ignores.includes(foldName(key))) return `means something else in ${definition.name}`
  const names = [property.name, property.trait ?? property.name].map(foldName)
  if (names.some((name) => settings.omit.has(name))) return 'left out by the setting omit'
  const owners = ownersOf(property, [...new Set(registry.events.values())])
  if (owners.length > 0 && !owners.some((owner) => owner === definition)) {
    return `read of ${owners.map(({ name }) => name).join(' and ')} only`
  }
  const isGuest = person === 'user' ? readable.userLayer !== undefined : !person || readable.persons.includes(person)
  if (!isGuest) return `${person} is not taken for the guest`
  return kept.asked.has(property) ? null : unasked(property)
}

function placedBefore({ name }: Property, first: Origin | null): string | null {
  if (first === null) return null
  return first.from === 'mapping' ? `${name} is mapped` : `${name} was found at ${first.path} first`
}

function ownersOf(property: Property, events: readonly EventDefinition[]): EventDefinition[] {
  return events.filter(({ properties }) => properties.includes(property))
}

function unasked(property: Property): string | null {
  const [source] = Object.entries(userIdProperties).find(([, one]) => one === property) ?? []
  return source === undefined ? null : `read when userIdFrom lists ${source}`
}
