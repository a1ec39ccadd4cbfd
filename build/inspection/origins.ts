import type { Property } from '../../shared/declare/property'
import { foldName } from '../../shared/json/keys'
import { holdsWord } from '../../shared/json/words'
import { voidWords } from '../../shared/properties/failure-words'
import { merchantId, sentType, voided } from '../../shared/properties/transaction'
import type { Origin } from './inspection'
import { exactPlace } from './places'
import { originOf, placeOfValue, type Subject } from './subject'

/** The places that a property's value comes from. A value made from other properties comes from their places. */
export function originsOf(property: Property, subject: Subject, seen = new Set<Property>()): Origin[] {
  if (seen.has(property)) return []
  seen.add(property)
  if (property === sentType) return typeOrigins(0, subject)
  const own = subject.reads.filter((read) => read.property === property && read.verdict === 'used')
  const origins = own.flatMap(({ path }) => {
    if (path === undefined) return mappingOrigins(property.name, subject)
    return [originOf(placeOfValue(path, property, subject), subject)]
  })
  if (origins.length > 0) return unique(origins)
  if (property === voided) origins.push(...voidingTypes(subject).flatMap((index) => typeOrigins(index, subject)))
  const others = [...(subject.kept.asked.get(property) ?? [])]
  const made = unique([...origins, ...others.flatMap((other) => originsOf(other, subject, seen))])
  return made.length === 0 && property === merchantId ? [{ from: 'setting', path: 'merchantId' }] : made
}

/** The places that a mapping of the configuration reads. */
export function mappingOrigins(name: string, { mappings }: Subject): Origin[] {
  const mapping = mappings.find((one) => foldName(one.name) === foldName(name) && one.isFound)
  return mapping === undefined ? [] : mapping.paths.map(({ path }) => ({ from: 'mapping', path }))
}

/** The place of a text that may be the type. A text that is not in the body comes from the URL. */
export function typeOrigins(index: number, subject: Subject): Origin[] {
  const { candidates, paths = [] } = subject.event.type
  const path = paths[index]
  if (path !== undefined) return [originOf(exactPlace(subject.body, path, true), subject)]
  return candidates[index] === undefined ? [] : [{ from: 'url', path: 'event' }]
}

/** The numbers of the texts that may be the type and say that the event was voided. */
export function voidingTypes({ event: { type }, reading }: Subject): number[] {
  if (reading.get(voided) !== true) return []
  return [...type.candidates.keys()].filter((index) => holdsWord(type.candidates[index], voidWords))
}

export function unique(origins: readonly Origin[]): Origin[] {
  return [...new Map(origins.map((origin) => [`${origin.from} ${origin.path}`, origin])).values()]
}
