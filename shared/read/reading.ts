import type { MappedValues } from '../declare/configuration'
import type { EventDefinition } from '../declare/event'
import { isDerived, type Property, type Reading, type SentValue, type WarnOfPart } from '../declare/property'
import { inOrder } from '../json/in-order'
import { problem } from '../json/problem'
import { shapeOf } from '../json/values'
import { identifier } from '../normalize/identifier'
import type { Settings } from '../settings/settings'
import { type Candidate, counts, type Readable } from './candidate'
import { keepAsked, keepRead, keptReading, type ReadValue } from './kept'
import type { Layer } from './layers'

/** Where an event's values come from. */
export interface ReadingSource extends Readable {
  /** The event's place in the request, from 0. */
  readonly index: number
  readonly definition: EventDefinition | undefined
  /** The texts that could name its type, the first sought first. */
  readonly types: readonly string[]
  /** Its own layers, from the inside out. */
  readonly own: readonly Layer[]
  /** The layer whose section `user` is the guest's: those of other layers are other people's. */
  readonly userLayer: Layer | undefined
  /** The layers around it, from the inside out. */
  readonly outside: readonly Layer[]
  /** The layers around its list, from the inside out. */
  readonly around: readonly Layer[]
  readonly isListed: boolean
  /** The type as sent, when it is not one of the documented names and the event is not tracked under it. */
  readonly unfamiliarType: string | undefined
  /** What the configuration's mappings found. */
  readonly mapped: MappedValues | undefined
}

/** Stands in the place of a value when all that is sent is unreadable. */
const unreadable = Symbol('unreadable')
type Read<T> = T | typeof unreadable | undefined

/** Gives each property of one event its value. The first readable one wins; it warns of unreadable ones once. */
export class EventReading implements Reading {
  readonly source: ReadingSource
  readonly settings: Settings
  readonly isTransaction: boolean
  readonly types: readonly string[]
  readonly unfamiliarType: string | undefined
  readonly #layers: readonly Layer[]
  readonly #values = new Map<Property, unknown>()
  readonly #warned = new Set<string>()
  readonly #warnOfPart: WarnOfPart = (part, expected, value) => this.warn(this.#name, expected, value, part)
  #name = ''

  constructor(source: ReadingSource) {
    this.source = source
    this.settings = source.settings
    this.isTransaction = source.definition?.isTransaction === true
    this.types = source.types
    this.unfamiliarType = source.unfamiliarType
    this.#layers = [...source.own, ...source.outside, ...source.around]
  }

  get<T>(property: Property<T>): T | undefined {
    TRACE: keepAsked(this, property)
    if (!isDerived(property) && !this.#isSent(property)) return undefined
    const known = this.#values.get(property) as T | null | undefined // only its own value is ever stored
    if (known !== undefined) return known ?? undefined
    TRACE: keptReading(this).open.push(property)
    const value = property.complete(this.find(property), this)
    TRACE: keptReading(this).open.pop()
    this.#values.set(property, value ?? null)
    return value
  }

  find<T>(property: Property<T>): T | undefined {
    const own = this.#own(property)
    if (own === undefined) return this.findOutside(property)
    if (own !== unreadable) return own
    return property.outside === 'unlisted' ? undefined : this.findOutside(property)
  }

  findOwn<T>(property: Property<T>): T | undefined {
    return valueIn(this.#own(property))
  }

  findOutside<T>(property: Property<T>): T | undefined {
    return valueIn(this.#first(property, outsideOf(property, this.source)))
  }

  sentValues(property: Property): readonly SentValue[] {
    const outside = outsideOf(property, this.source)
    TRACE: this.source.mapped?.values.get(property)?.map((sent) => keepRead(this, readOf(property, sent, 'used')))
    TRACE: [...this.source.own, ...outside].map((layer) =>
      inOrder(layer.found.values.get(property))
        .filter((one) => this.#counts(one, layer))
        .map((one) => keepRead(this, readOf(property, one.value, 'used', layer, one))),
    )
    return this.#valuesIn(property, [...this.source.own, ...outside])
  }

  ownValues(property: Property): readonly SentValue[] {
    return this.#valuesIn(property, this.source.own)
  }

  holds(property: Property): boolean {
    return this.#isSent(property) && this.ownValues(property).length > 0
  }

  warn(name: string, expected: string, value: unknown, part = '', others = 0): void {
    const more = others === 0 ? '' : ` (and ${others} more)`
    this.warnOfPlace(name, expected, `${shapeOf(value)}${more}`, part)
  }

  warnOfPlace(name: string, expected: string, received: string, part = ''): void {
    TRACE: keptReading(this).expected.set(name, expected)
    if (this.#warned.has(name)) return
    this.#warned.add(name)
    console.warn(`${problem(`event[${this.source.index}].${name}${part}`, expected, received)}; left out`)
  }

  /** Most properties are absent from most events, so this is asked before anything else. */
  #isSent(property: Property): boolean {
    for (const { found } of this.#layers) if (found.values.has(property)) return true
    return this.source.mapped?.values.has(property) === true
  }

  #own<T>(property: Property<T>): Read<T> {
    const { mapped, own } = this.source
    for (const sent of mapped?.values.get(property) ?? []) {
      const value = valueIn(this.#readOne(property, sent))
      if (value !== undefined) return value
    }
    return this.#first(property, own)
  }

  #first<T>(property: Property<T>, layers: readonly Layer[]): Read<T> {
    let first: typeof unreadable | undefined
    for (const layer of layers) {
      for (const candidate of inOrder(layer.found.values.get(property))) {
        if (!this.#counts(candidate, layer)) continue
        const value = this.#readOne(property, candidate.value, layer, candidate)
        if (value === unreadable) first = unreadable
        else if (value !== undefined) return value
      }
    }
    return first
  }

  #readOne<T>(property: Property<T>, sent: unknown, layer?: Layer, candidate?: Candidate): Read<T> {
    this.#name = property.name
    const value = property.normalize(sent, this.settings, this.#warnOfPart)
    // A text that is no card, such as "none", may still say that there is none.
    const said = value ?? identifier(sent)
    const isNobody = said !== undefined && property.isNobody(said, this.settings)
    TRACE: keepRead(this, readOf(property, sent, verdictOn(value, isNobody), layer, candidate))
    if (isNobody) return undefined
    if (value !== undefined) return value
    this.warn(property.name, property.expected, sent)
    return unreadable
  }

  /** What the mappings give comes first. */
  #valuesIn(property: Property, layers: readonly Layer[]): readonly SentValue[] {
    const { mapped } = this.source
    const values: SentValue[] = mapped?.values.get(property)?.map((value) => ({ key: property.name, value })) ?? []
    for (const layer of layers) {
      for (const one of inOrder(layer.found.values.get(property))) if (this.#counts(one, layer)) values.push(one)
    }
    return values
  }

  #counts(candidate: Candidate, layer: Layer): boolean {
    return counts(candidate, this.source) && (candidate.person !== 'user' || layer === this.source.userLayer)
  }
}

function valueIn<T>(read: Read<T>): T | undefined {
  return read === unreadable ? undefined : read
}

/** The layers outside of the event from which a property may come. */
function outsideOf({ outside: use, group }: Property, source: ReadingSource): readonly Layer[] {
  const { outside, around, own, isListed } = source
  if (outside.length + around.length === 0 || use === 'never' || (use === 'unlisted' && isListed)) return []
  if (group !== undefined && own.some(({ found }) => found.groups.includes(group))) return []
  return use === 'always' ? [...outside, ...around] : outside
}

/** Where a value stands is not told of one that a mapping gave. */
function readOf(
  property: Property,
  sent: unknown,
  verdict: ReadValue['verdict'],
  layer?: Layer,
  candidate?: Candidate,
): ReadValue {
  const path = layer && candidate && [...(layer.path ?? []), ...(candidate.path ?? [])]
  return { property, path, sent, verdict }
}

function verdictOn(value: unknown, isNobody: boolean): ReadValue['verdict'] {
  if (isNobody) return 'nobody'
  return value === undefined ? 'unreadable' : 'used'
}
