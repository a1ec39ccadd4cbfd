import { type Property, places } from '../declare/property'
import { fromJsonText, listIn, objectIn } from '../json/json-text'
import { foldName, isIgnored } from '../json/keys'
import { memo } from '../json/memo'
import { isAbsent, type JsonObject, unwrap } from '../json/values'
import type { Candidate, Foreign, Found } from './candidate'
import { type PersonSection, personAt } from './person'
import { rankOf } from './rank'

/** Something that a name in one place stands for. */
interface Target {
  readonly property: Property
  readonly rank: number
  /** The name is a list's, of which the first item counts. */
  readonly isFirst: boolean
}

interface Entry {
  readonly targets: Target[]
  section: Table | undefined
}

const nothing: Entry = { targets: [], section: undefined }

/** The names of a place or section, each with what it stands for there. */
interface Table {
  /** Its path; `event` for the layer itself. */
  readonly at: string
  readonly entries: Map<string, Entry>
  /** What a key as spelt stands for. */
  readonly entryAt: (key: string) => Entry
  /** Targets that take the whole section. */
  readonly self: Target[]
  /** Its order among the places; undefined for a section. */
  readonly place: number | undefined
  readonly person: PersonSection | undefined
}

/** An object that is looked at: in which place its section was found, and the keys that lead to it from the layer. */
interface Visit {
  readonly object: JsonObject
  readonly table: Table
  readonly host: number
  /** Whether a name means something else in the object, once it was asked. */
  holdsForeign?: boolean
  path?: readonly string[]
}

/**
 * Prepares the finding of these properties. The returned function walks the keys of a layer once, through tables made
 * here, so that the hundreds of names that are absent cost nothing.
 */
export function createFinder(properties: readonly Property[]): (layer: JsonObject) => Found {
  const root = compile(properties)
  return (layer) => {
    const found: Found = { values: new Map(), names: [], persons: [], groups: [], foreign: [] }
    visit({ object: layer, table: root, host: 0 }, found)
    return found
  }
}

function visit(at: Visit, found: Found): void {
  const { object, table } = at
  let sections: Map<Table, string> | undefined
  for (const raw in object) {
    const entry = table.entryAt(raw)
    if (entry === nothing) continue
    if (table.place === 0) found.names.push(raw)
    for (const target of entry.targets) note(target, raw, object[raw], at, found)
    if (entry.section !== undefined) sections = withSection(sections, entry.section, raw, object)
  }
  for (const target of table.self) note(target, '', object, at, found)
  if (sections !== undefined) for (const [section, raw] of sections) visitSection(section, raw, at, found)
}

/** Of two spellings of a section, the alphabetically first counts. */
function withSection(
  sections: Map<Table, string> | undefined,
  section: Table,
  raw: string,
  object: JsonObject,
): Map<Table, string> | undefined {
  const other = sections?.get(section)
  if (objectIn(object[raw]) === undefined || (other !== undefined && other < raw)) return sections
  return (sections ?? new Map<Table, string>()).set(section, raw)
}

function visitSection(table: Table, raw: string, outer: Visit, found: Found): void {
  const object = objectIn(outer.object[raw])
  if (object === undefined) return
  const inner: Visit = { object, table, host: outer.table.place ?? outer.host }
  TRACE: inner.path = [...(outer.path ?? []), raw]
  if (table.person !== undefined) found.persons.push(table.person)
  visit(inner, found)
}

function note({ property, rank, isFirst }: Target, key: string, sent: unknown, at: Visit, found: Found): void {
  const item = isFirst ? firstOf(sent) : sent
  const value = property.type === 'array' || property.type === 'object' ? fromJsonText(item) : unwrap(item)
  if (isAbsent(value)) return
  if (property.foreign !== undefined && isForeign(property.foreign, key, at)) {
    const place = at.table.at === 'event' ? 'cardNumber' : `${at.table.at}.cardNumber`
    const foreign: Foreign = { property, place }
    TRACE: foreign.path = [...(at.path ?? []), key]
    found.foreign.push(foreign)
    return
  }
  const next = found.values.get(property)
  const candidate: Candidate = {
    rank: rank + rankOf(0, at.host, 0),
    key,
    value,
    person: at.table.person,
    next,
  }
  TRACE: candidate.path = [...(at.path ?? []), ...(key === '' ? [] : [key]), ...(item === sent ? [] : ['0'])]
  found.values.set(property, candidate)
  if (property.group !== undefined) found.groups.push(property.group)
}

/** Whether a name means something else in the object. The object is asked once, in however many ways the name is spelt. */
function isForeign({ name, isIn }: NonNullable<Property['foreign']>, key: string, at: Visit): boolean {
  if (foldName(key) !== name) return false
  at.holdsForeign ??= isIn(at.object)
  return at.holdsForeign
}

/** The first item of a list; anything else as it is. */
function firstOf(sent: unknown): unknown {
  const list = listIn(sent)
  return list === undefined ? sent : list[0]
}

function compile(properties: readonly Property[]): Table {
  const tables = new Map(places.map((at, order) => [at as string, newTable(at, order)]))
  const root = tableOf('event', tables)
  for (const place of places.slice(1)) entryOf(root, place).section = tableOf(place, tables)
  for (const property of properties) {
    property.soughtIn.forEach(({ at, names }, order) => {
      const table = tableOf(at, tables)
      names.forEach((name, nameOrder) => {
        addName(table, name, { property, rank: rankOf(order, 0, nameOrder), isFirst: name.endsWith('[0]') })
      })
    })
  }
  return root
}

function newTable(at: string, place: number | undefined): Table {
  const entries = new Map<string, Entry>()
  const entryAt = memo((key: string) => (isIgnored(key) ? nothing : (entries.get(foldName(key)) ?? nothing)))
  return { at, entries, entryAt, self: [], place, person: personAt(at) }
}

function addName(table: Table, name: string, target: Target): void {
  if (name === '.') table.self.push(target)
  else entryOf(table, name.replace('[0]', '')).targets.push(target)
}

function entryOf(table: Table, name: string): Entry {
  const folded = foldName(name)
  const entry = table.entries.get(folded) ?? { targets: [], section: undefined }
  table.entries.set(folded, entry)
  return entry
}

/** The table of a place or section; a new section is linked where it may stand. */
function tableOf(path: string, tables: Map<string, Table>): Table {
  const known = tables.get(path)
  if (known !== undefined) return known
  const table = newTable(path, undefined)
  tables.set(path, table)
  const [, parent, name = path] = /^(.+)\.([^.]+)$/.exec(path) ?? []
  const hosts = parent === undefined ? ['event', 'properties', 'traits'] : [parent]
  for (const host of hosts) entryOf(tableOf(host, tables), name).section = table
  return table
}
