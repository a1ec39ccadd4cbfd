import type { Mapped } from '../declare/configuration'
import type { Property, WarnOfPart } from '../declare/property'
import { shapeOf } from '../json/values'
import type { Settings } from '../settings/settings'
import { type Candidate, type Found, listOf } from './reader'
import { trace } from './trace'

/** Where a reading takes its values from. */
export interface ReadingSource {
  /** The event's place in the request, from 0. */
  readonly index: number
  readonly own: Found
  /** What the envelope of several events says, for what the event itself does not. */
  readonly defaults: Found
  /** What the configuration's mappings made of the event. */
  readonly mapped: Mapped | undefined
  readonly settings: Settings
}

/** Gives each property of one event its value, in the order the specification gives, and warns of unreadable ones once. */
export class Reading {
  readonly source: ReadingSource
  readonly settings: Settings
  readonly #values: unknown[] = []
  readonly #warned = new Set<string>()

  constructor(source: ReadingSource) {
    this.source = source
    this.settings = source.settings
  }

  /** The property's value, completed from the rest of the event where the property says how. */
  get<T>(property: Property<T>): T | undefined {
    // Only the property's own value is ever stored under its id, so the type is its own.
    const known = this.#values[property.id] as T | undefined
    TRACE: trace({ step: 'get', property, known })
    if (known !== undefined) return known
    const value = property.complete(this.find(property), this)
    this.#values[property.id] = value
    TRACE: trace({ step: 'got', property, value })
    return value
  }

  /** The property's value as it stands in the event; absent and unreadable ones are undefined. */
  find<T>(property: Property<T>): T | undefined {
    const sent = this.#first(property)
    return sent === undefined ? undefined : this.read(property, sent)
  }

  /** What the property makes of a value, with a warning when that is nothing. */
  read<T>(property: Property<T>, sent: unknown): T | undefined {
    const warnOfPart: WarnOfPart = (part, expected, value) => this.warn(property.name, expected, value, part)
    const value = property.normalize(sent, this.settings, warnOfPart)
    TRACE: trace({ step: 'read', property, sent, value })
    if (value === undefined) this.warn(property.name, property.expected, sent)
    return value
  }

  /** Whether the event says anything under the property's names, readable or not. */
  has(property: Property): boolean {
    return this.#first(property) !== undefined
  }

  /** Everything found under the property's names, the first looked at first: the event's own, then the envelope's. */
  candidates(property: Property): readonly Candidate[] {
    const { own, defaults } = this.source
    return listOf(own[property.id], listOf(defaults[property.id]))
  }

  /** Warns, once for each property, that a value was left out; never shows the value. */
  warn(name: string, expected: string, value: unknown, part = ''): void {
    TRACE: trace({ step: 'warn', name, part, expected, value })
    if (this.#warned.has(name)) return
    this.#warned.add(name)
    console.warn(
      `event[${this.source.index}].${name}${part}: expected ${expected}, received ${shapeOf(value)}; left out`,
    )
  }

  #first(property: Property): unknown {
    const { own, defaults } = this.source
    return (own[property.id] ?? defaults[property.id])?.value
  }
}
