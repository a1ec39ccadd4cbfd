import type { EventDefinition } from '../declare/event'
import type { Property, WarnOfPart } from '../declare/property'
import type { Reading, SentValue } from '../declare/reading'
import { fromJsonText } from '../json/json-text'
import { foldName } from '../json/keys'
import { problem } from '../json/problem'
import { isAbsent, type JsonObject, shapeOf, unwrap } from '../json/values'
import type { Settings } from '../settings/settings'
import { type Candidate, inOrder } from './candidate'
import { keepAsked, keepRead, keptReading, type ReadValue } from './kept'
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
  /** Values that the configuration's mappings found for known properties. They are looked at first. */
  readonly mapped: ReadonlyMap<Property, readonly unknown[]>
  /** Values of the configuration's own properties. */
  readonly custom: JsonObject
  /** Names of properties whose mapping failed. */
  readonly failed: readonly string[]
  readonly settings: Settings
}

/** A candidate, and the layer it stands in; none for a mapped value. */
interface Placed {
  readonly candidate: SentValue & Pick<Candidate, 'path'>
  readonly layer: Layer | undefined
}

interface FirstReadable<T> {
  readonly value: T | undefined
  /** Whether a value before it, or all, were unreadable. */
  readonly isUnreadable: boolean
}

/** Gives each property of one event its value. The first readable one wins; it warns of unreadable ones once. */
export class EventReading implements Reading {
  readonly source: ReadingSource
  readonly settings: Settings
  readonly definition: EventDefinition | undefined
  readonly types: readonly string[]
  readonly #values = new Map<Property, unknown>()
  readonly #warned = new Set<string>()

  constructor(source: ReadingSource) {
    this.source = source
    this.settings = source.settings
    this.definition = source.definition
    this.types = source.types
  }

  get unfamiliarType(): string | undefined {
    return this.source.unfamiliarType
  }

  get<T>(property: Property<T>): T | undefined {
    // Only the property's own value is ever stored for it, so the type is its own.
    TRACE: keepAsked(this, property)
    if (this.#values.has(property)) return this.#values.get(property) as T | undefined
    TRACE: keptReading(this).open.push(property)
    const value = property.complete(this.find(property), this)
    TRACE: keptReading(this).open.pop()
    this.#values.set(property, value)
    return value
  }

  find<T>(property: Property<T>): T | undefined {
    if (!this.#isKnown(property)) return undefined
    const own = this.#firstReadable(property, this.#own(property))
    if (own.value !== undefined) return own.value
    // A guest's id from outside never takes the place of one that stands inside, be it unreadable.
    const staysInside = property.outside === 'unlisted' && own.isUnreadable
    return staysInside ? undefined : this.findOutside(property)
  }

  /** The first readable value among those in the event's own layers. */
  findOwn<T>(property: Property<T>): T | undefined {
    return this.#firstReadable(property, this.#own(property)).value
  }

  /** The first readable value among those that count though they stand outside of the event. */
  findOutside<T>(property: Property<T>): T | undefined {
    return this.#firstReadable(property, this.#outside(property)).value
  }

  read<T>(property: Property<T>, sent: unknown): T | undefined {
    const warnOfPart: WarnOfPart = (part, expected, value) => this.warn(property.name, expected, value, part)
    const value = property.normalize(sent, this.settings, warnOfPart)
    if (value === undefined) this.warn(property.name, property.expected, sent)
    return value
  }

  sentValues(property: Property): readonly SentValue[] {
    const placed = [...this.#own(property), ...this.#outside(property)]
    TRACE: placed.map((one) => keepRead(this, readOf(property, one, 'used')))
    return placed.map(({ candidate }) => candidate)
  }

  /** Every value of a property in the event's own layers. */
  ownValues(property: Property): readonly SentValue[] {
    return this.#own(property).map(({ candidate }) => candidate)
  }

  /** Whether a property's value comes from outside of the event. */
  takesFromOutside(property: Property): boolean {
    return this.findOwn(property) === undefined && this.find(property) !== undefined
  }

  holdsAny(properties: readonly Property[]): boolean {
    return properties.some((property) => this.#own(property).length > 0)
  }

  warn(name: string, expected: string, value: unknown, part = '', others = 0): void {
    const more = others === 0 ? '' : ` (and ${others} more)`
    this.warnOfPlace(name, expected, `${shapeOf(value)}${more}`, part)
  }

  /** Like {@link warn}, where the message says something else than the shape of a value. */
  warnOfPlace(name: string, expected: string, received: string, part = ''): void {
    TRACE: keptReading(this).expected.set(name, expected)
    if (this.#warned.has(name)) return
    this.#warned.add(name)
    console.warn(`${problem(`event[${this.source.index}].${name}${part}`, expected, received)}; left out`)
  }

  #firstReadable<T>(property: Property<T>, placed: readonly Placed[]): FirstReadable<T> {
    let isUnreadable = false
    for (const one of placed) {
      const value = this.read(property, one.candidate.value)
      if (value === undefined) isUnreadable = true
      const isNobody = value !== undefined && property.isNobody(value, this.settings)
      TRACE: keepRead(this, readOf(property, one, value === undefined ? 'unreadable' : isNobody ? 'nobody' : 'used'))
      if (value !== undefined && !isNobody) return { value, isUnreadable }
    }
    return { value: undefined, isUnreadable }
  }

  /** Most properties are absent from most events. */
  #isKnown(property: Property): boolean {
    const { own, outside, around, mapped } = this.source
    const holds = ({ found }: Layer): boolean => found.values.has(property)
    return own.some(holds) || outside.some(holds) || around.some(holds) || mapped.has(property)
  }

  #own(property: Property): readonly Placed[] {
    const placed = this.#inLayers(property, this.source.own)
    const mapped = this.source.mapped.get(property)
    return mapped === undefined ? placed : [...mapped.flatMap((value) => placedMapped(property, value)), ...placed]
  }

  #outside(property: Property): readonly Placed[] {
    const { outside, around, own, isListed } = this.source
    const { outside: use, group } = property
    if (use === 'never' || outside.length + around.length === 0) return []
    if (group !== undefined && own.some(({ found }) => found.groups.has(group))) return []
    if (use === 'unlisted' && isListed) return []
    return this.#inLayers(property, use === 'always' ? [...outside, ...around] : outside)
  }

  #inLayers(property: Property, layers: readonly Layer[]): readonly Placed[] {
    const placed: Placed[] = []
    for (const layer of layers) {
      for (const candidate of inOrder(layer.found.values.get(property))) {
        if (this.#counts(candidate)) placed.push({ candidate, layer })
      }
    }
    return placed
  }

  #counts({ key, person }: Candidate): boolean {
    const { ignoredPersons, definition } = this.source
    if (person !== undefined && ignoredPersons.includes(person)) return false
    return definition === undefined || definition.ignores.length === 0 || !definition.ignores.includes(foldName(key))
  }
}

function readOf(property: Property, { candidate, layer }: Placed, verdict: ReadValue['verdict']): ReadValue {
  const path = layer && [...(layer.path ?? []), ...(candidate.path ?? [])]
  return { property, path, sent: candidate.value, verdict }
}

function placedMapped({ name, type }: Property, sent: unknown): Placed[] {
  const value = type === 'array' || type === 'object' ? fromJsonText(sent) : unwrap(sent)
  return isAbsent(value) ? [] : [{ candidate: { key: name, value }, layer: undefined }]
}
