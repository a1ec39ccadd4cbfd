import { type Property, places } from '../declare/property'
import { fromJsonText, listIn, objectIn } from '../json/json-text'
import { foldName } from '../json/keys'
import { memo } from '../json/memo'
import { isAbsent, type JsonObject, unwrap } from '../json/values'
import type { Candidate, Foreign, Found } from './candidate'
import { type PersonSection, personSections } from './person'

/** More than a property has names in one place. A rank below it is of a name in the layer itself. */
export const ranksOfPlace = 1000

/** A property that a name in one place stands for. The lower its rank, the earlier it is looked at. */
interface Target {
  readonly property: Property
  readonly rank: number
  /** The name is a list's, of which the first item counts. */
  readonly isFirst: boolean
}

interface Entry {
  readonly targets: Target[]
  section: Place | undefined
}

const nothing: Entry = { targets: [], section: undefined }

/** The layer, or a section that stands in one, and what each name stands for there. */
interface Place {
  /** Its path; `event` for the layer itself. */
  readonly path: string
  /** Its order among the places; -1 for a section, which counts as of the place that it stands in. */
  readonly host: number
  readonly person: PersonSection | undefined
  /** Targets that take the whole section. */
  readonly self: Target[]
  /** By folded name. */
  readonly names: Map<string, Entry>
  /** What a key as spelt stands for. */
  readonly entryAt: (key: string) => Entry
}

/** An object that is looked at: the layer or a section of it, the key that it stands under, and which place has it. */
interface Visit {
  readonly object: JsonObject
  readonly place: Place
  readonly key: string
  readonly host: number
  readonly found: Found
  /** Whether a name means something else in the object, once it was asked. */
  holdsForeign?: boolean
  /** The keys that lead to it from the layer. The deployed function leaves them out. */
  path?: readonly string[]
}

type Sections = Map<Place, Visit>

/**
 * Prepares the finding of these properties. The returned function walks the keys of a layer once, through places made
 * here, so that the hundreds of names that are absent cost nothing.
 */
export function createFinder(properties: readonly Property[]): (layer: JsonObject) => Found {
  const root = newPlace('event')
  const known = new Map([[root.path, root]])
  for (const property of properties) addProperty(property, known)
  return (layer) => {
    const found: Found = { values: new Map(), names: [], persons: [], foreign: [] }
    visit({ object: layer, place: root, key: '', host: 0, found })
    return found
  }
}

function visit(at: Visit): void {
  const { object, place, found } = at
  if (place.person !== undefined) found.persons.push(place.person)
  let sections: Sections | undefined
  for (const key in object) {
    const entry = place.entryAt(key)
    if (entry === nothing) continue
    if (place.host === 0) found.names.push(key)
    const { targets, section } = entry
    for (const target of targets) note(target, key, object[key], at)
    if (section !== undefined) sections = withSection(section, key, at, sections)
  }
  for (const target of place.self) note(target, '', object, at)
  if (sections !== undefined) for (const section of sections.values()) visit(section)
}

/** Of two spellings of a section, the alphabetically first counts. */
function withSection(place: Place, key: string, outer: Visit, sections: Sections = new Map()): Sections {
  const object = objectIn(outer.object[key])
  if (object === undefined || (sections.get(place)?.key ?? key) < key) return sections
  const inner: Visit = { object, place, key, host: Math.max(place.host, outer.host), found: outer.found }
  TRACE: inner.path = [...(outer.path ?? []), key]
  return sections.set(place, inner)
}

function note({ property, rank, isFirst }: Target, key: string, sent: unknown, at: Visit): void {
  const { place, host, found } = at
  const item = isFirst ? (listIn(sent) ?? [sent])[0] : sent
  const value = property.type === 'array' || property.type === 'object' ? fromJsonText(item) : unwrap(item)
  if (isAbsent(value)) return
  if (isForeign(property, key, at)) {
    const foreign: Foreign = { property, place: place.host === 0 ? 'cardNumber' : `${place.path}.cardNumber` }
    TRACE: foreign.path = [...(at.path ?? []), key]
    found.foreign.push(foreign)
    return
  }
  const next = found.values.get(property)
  const candidate: Candidate = { rank: rank + host * ranksOfPlace, key, value, person: place.person, next }
  TRACE: candidate.path = [...(at.path ?? []), ...(key === '' ? [] : [key]), ...(item === sent ? [] : ['0'])]
  found.values.set(property, candidate)
}

/** Whether a name means something else in the object, which is asked once, in however many ways the name is spelt. */
function isForeign({ foreign }: Property, key: string, at: Visit): boolean {
  if (foreign === undefined || foldName(key) !== foreign.name) return false
  at.holdsForeign ??= foreign.isIn(at.object)
  return at.holdsForeign
}

/** Places come first, then in which of them a section stands, then names. */
function addProperty(property: Property, known: Map<string, Place>): void {
  property.soughtIn.forEach(({ at, names }, order) => {
    const place = placeAt(at, known)
    names.forEach((name, nameOrder) => {
      const rank = order * places.length * ranksOfPlace + nameOrder
      const targets = name === '.' ? place.self : entryOf(place, name.replace('[0]', '')).targets
      targets.push({ property, rank, isFirst: name.endsWith('[0]') })
    })
  })
}

/** The place at a path; a new one is linked where it may stand. */
function placeAt(path: string, known: Map<string, Place>): Place {
  const before = known.get(path)
  if (before !== undefined) return before
  const place = newPlace(path)
  known.set(path, place)
  const dot = path.lastIndexOf('.')
  const hosts = place.host < 0 ? ['event', 'properties', 'traits'] : ['event']
  for (const host of dot < 0 ? hosts : [path.slice(0, dot)]) {
    entryOf(placeAt(host, known), path.slice(dot + 1)).section = place
  }
  return place
}

function newPlace(path: string): Place {
  const [first] = path.split('.')
  const host = (places as readonly string[]).indexOf(path)
  const person = personSections.find((section) => section === first)
  const names = new Map<string, Entry>()
  const entryAt = memo((key: string) => names.get(foldName(key)) ?? nothing)
  return { path, host, person, self: [], names, entryAt }
}

function entryOf({ names }: Place, name: string): Entry {
  const key = foldName(name)
  const entry = names.get(key) ?? { targets: [], section: undefined }
  names.set(key, entry)
  return entry
}
