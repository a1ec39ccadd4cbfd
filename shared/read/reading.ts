import type { MappedValues } from '../declare/configuration'
import type { EventDefinition } from '../declare/event'
import type { Property, WarnOfPart } from '../declare/property'
import type { Reading, SentValue } from '../declare/reading'
import { foldName } from '../json/keys'
import { problem } from '../json/problem'
import { shapeOf } from '../json/values'
import type { Settings } from '../settings/settings'
import { type Candidate, inOrder } from './candidate'
import type { Layer } from './layers'
import type { PersonSection } from './person'

/** Where an event's values come from. */
export interface ReadingSource {
  /** The event's place in the request, from 0. */
  readonly index: number
  readonly definition: EventDefinition | undefined
  /** The texts that could name its type, the first sought first. */
  readonly types: readonly string[]
  /** Its own layers, from the inside out. */
  readonly own: readonly Layer[]
  /** The layers around it, from the inside out. */
  readonly outside: readonly Layer[]
  /** The layers around its list, from the inside out. */
  readonly around: readonly Layer[]
  readonly isListed: boolean
  /** Sections of persons that tell of somebody else. */
  readonly ignoredPersons: readonly PersonSection[]
  /** The type as sent, when it is not one of the documented names and the event is not tracked under it. */
  readonly unfamiliarType: string | undefined
  /** What the configuration's mappings found. */
  readonly mapped: MappedValues | undefined
  readonly settings: Settings
}

/** A value that was looked at, and what became of it. Only kept where values are explained. */
export interface ReadValue {
  readonly property: Property
  /** The keys that lead to it from the body, or undefined when a mapping gave it. */
  readonly path: readonly string[] | undefined
  readonly sent: unknown
  readonly verdict: 'used' | 'unreadable' | 'nobody'
}

/** The first readable value, and whether one before it, or all, were unreadable. */
interface FirstReadable<T> {
  readonly value: T | undefined
  readonly isUnreadable: boolean
}

/** Where a value stands; undefined for one that a mapping gave. */
type Place = readonly [Layer, Candidate] | undefined

const nothing: FirstReadable<never> = { value: undefined, isUnreadable: false }
const unreadable: FirstReadable<never> = { value: undefined, isUnreadable: true }
const nobody = Symbol('nobody')

/** Gives each property of one event its value. The first readable one wins; it warns of unreadable ones once. */
export class EventReading implements Reading {
  readonly source: ReadingSource
  readonly settings: Settings
  readonly definition: EventDefinition | undefined
  readonly types: readonly string[]
  readonly unfamiliarType: string | undefined
  // What became of the values; empty in the deployed function.
  readonly reads: ReadValue[] = []
  // Most properties are absent from most events, so those that are sent are looked up first.
  readonly #sent: Set<Property>
  readonly #values = new Map<Property, unknown>()
  #warned: Set<string> | undefined

  constructor(source: ReadingSource) {
    this.source = source
    this.settings = source.settings
    this.definition = source.definition
    this.types = source.types
    this.unfamiliarType = source.unfamiliarType
    this.#sent = new Set(source.mapped?.values.keys())
    for (const layers of [source.own, source.outside, source.around]) {
      for (const { found } of layers) for (const property of found.values.keys()) this.#sent.add(property)
    }
  }

  get<T>(property: Property<T>): T | undefined {
    // Only the property's own value is ever stored for it, so the type is its own.
    const known = this.#values.get(property) as T | undefined
    if (known !== undefined || this.#values.has(property)) return known
    const value = property.complete(this.find(property), this)
    this.#values.set(property, value)
    return value
  }

  mayHave(property: Property): boolean {
    return property.isDerived || this.#sent.has(property)
  }

  find<T>(property: Property<T>): T | undefined {
    if (!this.#sent.has(property)) return undefined
    const own = this.#ownValue(property)
    if (own.value !== undefined) return own.value
    // A guest's id from outside never takes the place of one that stands inside, be it unreadable.
    const staysInside = property.outside === 'unlisted' && own.isUnreadable
    return staysInside ? undefined : this.findOutside(property)
  }

  findOwn<T>(property: Property<T>): T | undefined {
    return this.#ownValue(property).value
  }

  findOutside<T>(property: Property<T>): T | undefined {
    return this.#firstReadable(property, this.#outside(property)).value
  }

  takesFromOutside(property: Property): boolean {
    return this.findOwn(property) === undefined && this.find(property) !== undefined
  }

  read<T>(property: Property<T>, sent: unknown): T | undefined {
    const warnOfPart: WarnOfPart = (part, expected, value) => this.warn(property.name, expected, value, part)
    const value = property.normalize(sent, this.settings, warnOfPart)
    if (value === undefined) this.warn(property.name, property.expected, sent)
    return value
  }

  sentValues(property: Property): readonly SentValue[] {
    if (!this.#sent.has(property)) return []
    return [...this.ownValues(property), ...this.#listed(property, this.#outside(property))]
  }

  ownValues(property: Property): readonly SentValue[] {
    const mapped = this.source.mapped?.values.get(property) ?? []
    const own = this.#listed(property, this.source.own)
    return [...mapped.map((value) => ({ key: property.name, value })), ...own]
  }

  holdsAny(properties: readonly Property[]): boolean {
    return properties.some((property) => this.#sent.has(property) && this.ownValues(property).length > 0)
  }

  warn(name: string, expected: string, value: unknown, part = '', others = 0): void {
    const more = others === 0 ? '' : ` (and ${others} more)`
    this.warnOfPlace(name, expected, `${shapeOf(value)}${more}`, part)
  }

  warnOfPlace(name: string, expected: string, received: string, part = ''): void {
    this.#warned ??= new Set()
    if (this.#warned.has(name)) return
    this.#warned.add(name)
    console.warn(`${problem(`event[${this.source.index}].${name}${part}`, expected, received)}; left out`)
  }

  #ownValue<T>(property: Property<T>): FirstReadable<T> {
    const { mapped, own } = this.source
    const first = mapped === undefined ? nothing : this.#firstMapped(property)
    return first.value === undefined ? this.#firstReadable(property, own) : first
  }

  #firstMapped<T>(property: Property<T>): FirstReadable<T> {
    for (const sent of this.source.mapped?.values.get(property) ?? []) {
      const value = this.#somebodys(property, sent, undefined)
      if (value !== undefined && value !== nobody) return { value, isUnreadable: false }
    }
    return nothing
  }

  #firstReadable<T>(property: Property<T>, layers: readonly Layer[]): FirstReadable<T> {
    let isUnreadable = false
    for (const layer of layers) {
      for (const candidate of inOrder(layer.found.values.get(property))) {
        if (!this.#counts(candidate)) continue
        const value = this.#somebodys(property, candidate.value, [layer, candidate])
        if (value !== undefined && value !== nobody) return { value, isUnreadable }
        if (value === undefined) isUnreadable = true
      }
    }
    return isUnreadable ? unreadable : nothing
  }

  /** The property's value; undefined for an unreadable one, and {@link nobody} for one that stands for nobody. */
  #somebodys<T>(property: Property<T>, sent: unknown, at: Place): T | typeof nobody | undefined {
    const value = this.read(property, sent)
    const isNobody = value !== undefined && property.isNobody(value, this.settings)
    TRACE: this.#keep(property, sent, at, value === undefined ? 'unreadable' : isNobody ? 'nobody' : 'used')
    return isNobody ? nobody : value
  }

  /** The layers outside of the event from which a property may come. */
  #outside({ outside: use, group }: Property): readonly Layer[] {
    const { outside, around, own, isListed } = this.source
    if (outside.length + around.length === 0 || use === 'never' || (use === 'unlisted' && isListed)) return []
    if (group !== undefined && own.some(({ found }) => found.groups.includes(group))) return []
    return use === 'always' ? [...outside, ...around] : outside
  }

  #listed(property: Property, layers: readonly Layer[]): readonly Candidate[] {
    const listed: Candidate[] = []
    for (const layer of layers) {
      for (const candidate of inOrder(layer.found.values.get(property))) {
        if (!this.#counts(candidate)) continue
        listed.push(candidate)
        TRACE: this.#keep(property, candidate.value, [layer, candidate], 'used')
      }
    }
    return listed
  }

  #counts({ key, person }: Candidate): boolean {
    const { ignoredPersons, definition } = this.source
    if (person !== undefined && ignoredPersons.includes(person)) return false
    return definition === undefined || definition.ignores.length === 0 || !definition.ignores.includes(foldName(key))
  }

  #keep(property: Property, sent: unknown, at: Place, verdict: ReadValue['verdict']): void {
    const path = at && [...at[0].path, ...at[1].path]
    this.reads.push({ property, path, sent, verdict })
  }
}
