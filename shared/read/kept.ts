import type { Property, SentValue } from '../declare/property'
import type { UserIdSource } from '../settings/settings'

/** A value that was looked at, and what became of it. */
export interface ReadValue {
  readonly property: Property
  /** The keys that lead to it from the body, or undefined when a mapping gave it. */
  readonly path: readonly string[] | undefined
  readonly sent: unknown
  readonly verdict: 'used' | 'unreadable' | 'nobody'
}

/** What is kept of the reading of one event, for inspection. */
export interface KeptReads {
  readonly reads: ReadValue[]
  /** The properties that were asked for, each with the others that its value was made of. */
  readonly asked: Map<Property, Set<Property>>
  /** What was left out, by the name of the property: what it should have been. */
  readonly expected: Map<string, string>
  /** The sources of a user id that were tried, and the id that was used. */
  readonly tried: { readonly source: UserIdSource; readonly id: string | undefined }[]
  /** What the anonymous id is made of. */
  anonymousOf: { readonly kind: string; readonly value: string } | undefined
  /** The properties that are being completed, the innermost last. */
  readonly open: Property[]
}

/** By reading. The deployed function holds none of this, as every call stands under the label `TRACE`. */
const keptOf = new WeakMap<object, KeptReads>()

/** What is kept of a reading so far. */
export function keptReading(reading: object): KeptReads {
  const before = keptOf.get(reading)
  if (before !== undefined) return before
  const none: KeptReads = {
    ...{ reads: [], asked: new Map(), expected: new Map(), tried: [] },
    ...{ anonymousOf: undefined, open: [] },
  }
  keptOf.set(reading, none)
  return none
}

/** Says that a property was asked for, perhaps for the sake of the one that is being completed. */
export function keepAsked(reading: object, property: Property): void {
  const { asked, open } = keptReading(reading)
  if (!asked.has(property)) asked.set(property, new Set())
  const asking = open.at(-1)
  if (asking !== undefined && asking !== property) asked.get(asking)?.add(property)
}

/** Says what became of a value, when a reading asked for it. */
export function keepRead(reading: object | undefined, read: ReadValue): void {
  if (reading === undefined) return
  keepAsked(reading, read.property)
  keptReading(reading).reads.push(read)
}

/** Says of a value where it stands, unless a mapping gave it. */
export function readOf(
  property: Property,
  { value, path }: SentValue & { readonly path?: readonly string[] },
  verdict: ReadValue['verdict'],
  holder: { readonly path?: readonly string[] },
): ReadValue {
  return { property, path: path && [...(holder.path ?? []), ...path], sent: value, verdict }
}
