import { type Property, places } from '../declare/property'
import { foldName } from '../json/keys'
import { memo } from '../json/memo'
import { pickAll, shape } from '../json/pick'
import { asObject, isAbsent, isObject, type JsonObject, unwrap } from '../json/values'
import { trace } from './trace'

/** A value found under one of a property's names. The lower its rank, the earlier the specification looks there. */
export interface Candidate {
  readonly rank: number
  readonly key: string
  readonly value: unknown
  /** The one that comes after it. */
  readonly next: Candidate | undefined
}

/** The first candidate of each property for which there is one, by the property's id. */
export type Found = readonly (Candidate | undefined)[]
type Finding = (Candidate | undefined)[]

/** What a name in a place may stand for. */
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

/** A place's names, each with what it stands for there. */
interface Table {
  readonly entries: Map<string, Entry>
  /** The entry of a key, in any spelling. */
  readonly entryOf: (raw: string) => Entry | undefined
  /** Targets that take the whole section. */
  readonly self: Target[]
  /** Added to the host number of sections found here: the outer a section stands, the earlier it is looked at. */
  readonly hostOffset: number
  readonly isPlace: boolean
}

const wrapperShape = shape([['wrapper', ['data', 'payload', 'message', 'attributes', 'event']]])
const hostsPerPlace = 8
const namesPerHost = 64
const atTop = 0
const inWrapper = 1

/** The object that holds an event's details one level down, when there is one. */
export function wrapperOf(event: JsonObject): JsonObject | undefined {
  const { wrapper } = pickAll(event, wrapperShape, asObject)
  return isObject(wrapper) ? wrapper : undefined
}

/**
 * Prepares the finding of these properties. The returned function walks an event's own keys once through tables
 * made here, so that the hundreds of names that are absent cost nothing.
 */
export function createFinder(properties: readonly Property[]): (event: JsonObject) => Found {
  const table = compile(properties)
  return (event) => {
    TRACE: trace({ step: 'find', object: event })
    const found: Finding = []
    visit(event, table, atTop, found)
    const wrapper = wrapperOf(event)
    if (wrapper !== undefined) visit(wrapper, table, inWrapper, found)
    return found
  }
}

/** A candidate and all that come after it, then others; what a mapping left undefined is none. */
export function listOf(first: Candidate | undefined, others: readonly Candidate[] = []): readonly Candidate[] {
  if (first === undefined) return others
  const list: Candidate[] = []
  for (let one: Candidate | undefined = first; one !== undefined; one = one.next) {
    if (one.value !== undefined) list.push(one)
  }
  return others.length > 0 ? list.concat(others) : list
}

function visit(object: JsonObject, table: Table, host: number, found: Finding): void {
  TRACE: trace({ step: 'visit', object })
  let sections: Map<Table, string> | undefined
  for (const raw in object) {
    const entry = table.entryOf(raw)
    if (entry === undefined) continue
    const value = object[raw]
    for (const target of entry.targets) note(target, host, raw, value, found)
    if (entry.section === undefined || asObject(value) === undefined) continue
    sections ??= new Map()
    if (raw < (sections.get(entry.section) ?? '\uffff')) sections.set(entry.section, raw)
  }
  for (const target of table.self) note(target, host, '', object, found)
  for (const [section, raw] of sections ?? []) visitSection(asObject(object[raw]), table, section, host, found)
}

function visitSection(object: JsonObject | undefined, table: Table, section: Table, host: number, found: Finding) {
  if (object !== undefined) visit(object, section, section.isPlace ? host : table.hostOffset + host, found)
}

function note({ property, rank, isFirst }: Target, host: number, key: string, sent: unknown, found: Finding): void {
  const item = isFirst && Array.isArray(sent) ? sent[0] : sent
  const value = property.type === 'array' ? item : unwrap(item)
  if (isAbsent(value)) return
  TRACE: trace({ step: 'note', property, rank: rank + host * namesPerHost, key, value })
  found[property.id] = insert(found[property.id], rank + host * namesPerHost, key, value)
}

/** Of two spellings of one name, which have the same rank, only the alphabetically first is kept. */
function insert(first: Candidate | undefined, rank: number, key: string, value: unknown): Candidate {
  if (first === undefined || rank < first.rank) return { rank, key, value, next: first }
  if (rank > first.rank) return { ...first, next: insert(first.next, rank, key, value) }
  return key < first.key ? { ...first, key, value } : first
}

function compile(properties: readonly Property[]): Table {
  const root = newTable(0, true)
  const tables = new Map([['event', root]])
  places.slice(1).forEach((place, order) => {
    const table = newTable(2 * (order + 1), true)
    tables.set(place, table)
    entryOf(root, place).section = table
  })
  for (const property of properties) {
    property.soughtIn.forEach(({ at, names }, order) => {
      const table = tableOf(at, tables)
      names.forEach((name, nameOrder) => {
        const rank = order * hostsPerPlace * namesPerHost + nameOrder
        addName(table, name, { property, rank, isFirst: name.endsWith('[0]') })
      })
    })
  }
  return root
}

function newTable(hostOffset: number, isPlace: boolean): Table {
  const entries = new Map<string, Entry>()
  return { entries, entryOf: memo((raw) => entries.get(foldName(raw))), self: [], hostOffset, isPlace }
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
  const before = tables.get(path)
  if (before !== undefined) return before
  const table = newTable(0, false)
  tables.set(path, table)
  const [, parent, name = path] = /^(.+)\.([^.]+)$/.exec(path) ?? []
  const hosts = parent === undefined ? ['event', 'properties', 'traits'] : [parent]
  for (const host of hosts) entryOf(tableOf(host, tables), name).section = table
  return table
}
