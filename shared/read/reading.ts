import type { MappedValues } from '../declare/configuration'
import { isDerived, type Property, type Reading, type SentValue } from '../declare/property'
import { problem } from '../json/problem'
import type { Settings } from '../settings/settings'
import { type Found, firstIn, type Holder, type Readable, valuesIn } from './candidate'
import type { EventType } from './event-type'
import type { EventSource } from './events'
import { keepAsked, keepRead, keptReading, readOf } from './kept'
import type { OwnLayers } from './ownership'

/** Where an event's values come from. */
export interface ReadingSource extends OwnLayers {
  readonly event: EventSource
  readonly type: EventType
  readonly readable: Readable
  /** What the configuration's mappings found. */
  readonly mapped: MappedValues | undefined
}

/** Gives each property of one event its value. The first readable one wins; it warns of unreadable ones once. */
export class EventReading implements Reading {
  readonly source: ReadingSource
  readonly settings: Settings
  readonly type: EventType
  /** What the configuration's mappings found is looked at first. */
  readonly #mapped: readonly Holder[]
  readonly #own: readonly Holder[]
  readonly #all: readonly Holder[]
  readonly #values = new Map<Property, unknown>()
  readonly #warned = new Set<string>()

  constructor(source: ReadingSource) {
    this.source = source
    this.settings = source.readable.settings
    this.type = source.type
    this.#mapped = source.mapped === undefined ? [] : [source.mapped]
    this.#own = [...this.#mapped, ...source.own]
    this.#all = [...this.#own, ...source.outside, ...source.event.around]
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
    const { own, readable } = this.source
    const found = firstIn(property, this.#mapped, readable, this) ?? firstIn(property, own, readable, this)
    if (found === null && property.outside === 'unlisted') return undefined
    return found ?? firstIn(property, outsideOf(property, this.source), readable, this) ?? undefined
  }

  sentValues(property: Property): readonly SentValue[] {
    const holders = [...this.#own, ...outsideOf(property, this.source)]
    const { readable } = this.source
    TRACE: holders.map((holder) =>
      valuesIn(property, [holder], readable).map((one) => keepRead(this, readOf(property, one, 'used', holder))),
    )
    return valuesIn(property, holders, readable)
  }

  ownValues(property: Property): readonly SentValue[] {
    return valuesIn(property, this.#own, this.source.readable)
  }

  holds(property: Property): boolean {
    return this.ownValues(property).length > 0
  }

  warn(name: string, expected: string, received: string, part = ''): void {
    TRACE: keptReading(this).expected.set(name, expected)
    if (this.#warned.has(name)) return
    this.#warned.add(name)
    console.warn(`${problem(`event[${this.source.event.index}].${name}${part}`, expected, received)}; left out`)
  }

  /** Most properties are absent from most events, so this is asked before anything else. */
  #isSent(property: Property): boolean {
    for (const { found } of this.#all) if (found.values.has(property)) return true
    return false
  }
}

/** The layers outside of the event from which a property may come. */
function outsideOf({ outside: use, group }: Property, source: ReadingSource): readonly Holder[] {
  const { event, own, outside } = source
  const { around, isListed } = event
  if (outside.length + around.length === 0 || use === 'never' || (use === 'unlisted' && isListed)) return []
  if (group !== undefined && own.some(({ found }) => holdsAnyOf(group, found))) return []
  return use === 'always' ? [...outside, ...around] : outside
}

function holdsAnyOf(group: string, { values }: Pick<Found, 'values'>): boolean {
  return [...values.keys()].some((property) => property.group === group)
}
