import type { EventDefinition } from '../declare/event'
import type { Property, Reading, SentValue, WarnOfPart } from '../declare/property'
import { inOrder } from '../json/in-order'
import { foldName } from '../json/keys'
import { shapeOf } from '../json/values'
import { identifier } from '../normalize/identifier'
import type { Settings } from '../settings/settings'
import { keepRead, type ReadValue, readOf } from './kept'
import type { PersonSection } from './person'

/** A value found under one of a property's names. The lower its rank, the earlier it is looked at. */
export interface Candidate extends SentValue {
  readonly rank: number
  /** The section of a person that holds it, when that may be somebody else than the guest. */
  readonly person: PersonSection | undefined
  /** Another candidate of the property in the same layer. They are in no order. */
  readonly next: Candidate | undefined
  /** The keys that lead to it from its layer. The deployed function leaves them out. */
  path?: readonly string[]
}

/** What a layer holds under known names. */
export interface Found {
  readonly values: Map<Property, Candidate>
  /** The layer's own keys that are known names. */
  readonly names: string[]
  /** Sections of persons that stand in the layer; one may come twice. */
  readonly persons: PersonSection[]
  /** Values that are somebody else's, such as the number of a payment card, each with its place. */
  readonly foreign: Foreign[]
}

/** A value that is somebody else's, and the keys that lead to it from its layer, which the deployed function leaves out. */
export interface Foreign {
  readonly property: Property
  readonly place: string
  path?: readonly string[]
}

/** Something that holds values: a layer, or what the configuration's mappings make of an event. */
export interface Holder {
  readonly found: Pick<Found, 'values'>
  /** The keys that lead to it from the body, unless mappings made it. The deployed function leaves them out. */
  readonly path?: readonly string[]
}

/** Whose values count. */
export interface Readable {
  readonly settings: Settings
  /** The kind of event, in which some names mean something else. */
  readonly definition: EventDefinition | undefined
  /** Sections that tell of the guest. Others may tell of somebody else, such as the friend of a referral. */
  readonly persons: readonly PersonSection[]
  /** The layer whose section `user` is the guest's: those of other layers are other people's. */
  readonly userLayer: Holder | undefined
}

/** The values of a property that may be the guest's and have their usual meaning, the first looked at first. */
export function valuesIn(property: Property, holders: readonly Holder[], readable: Readable): readonly Candidate[] {
  const values: Candidate[] = []
  for (const holder of holders) {
    for (const one of inOrder(holder.found.values.get(property))) if (counts(one, holder, readable)) values.push(one)
  }
  return values
}

function counts({ key, person }: Candidate, holder: Holder, { definition, persons, userLayer }: Readable): boolean {
  if (person === 'user' ? holder !== userLayer : person !== undefined && !persons.includes(person)) return false
  return !definition?.ignores.length || !definition.ignores.includes(foldName(key))
}

/**
 * The first readable value of a property that is somebody's; null when none is, but one is unreadable; undefined when
 * nothing is sent. `reading` is told of what is unreadable.
 */
export function firstIn<T>(
  property: Property<T>,
  holders: readonly Holder[],
  readable: Readable,
  reading?: Pick<Reading, 'warn'>,
): T | null | undefined {
  let first: null | undefined
  for (const holder of holders) {
    for (const one of inOrder(holder.found.values.get(property))) {
      if (!counts(one, holder, readable)) continue
      const value = readAs(property, one.value, readable.settings, reading)
      TRACE: keepRead(reading, readOf(property, one, verdictOn(value), holder))
      if (value === null) first = null
      else if (value !== undefined) return value
    }
  }
  return first
}

/** What a sent value is to a property: null when it is unreadable, and undefined when it stands for nobody. */
function readAs<T>(
  property: Property<T>,
  sent: unknown,
  settings: Settings,
  reading: Pick<Reading, 'warn'> | undefined,
): T | null | undefined {
  const warn: WarnOfPart = (part, expected, value) => reading?.warn(property.name, expected, shapeOf(value), part)
  const value = property.normalize(sent, settings, warn)
  // A text that is no card, such as "none", may still say that there is none.
  const said = value ?? identifier(sent)
  if (said !== undefined && property.isNobody(said, settings)) return undefined
  if (value === undefined) warn('', property.expected, sent)
  return value ?? null
}

function verdictOn(value: unknown): ReadValue['verdict'] {
  if (value === undefined) return 'nobody'
  return value === null ? 'unreadable' : 'used'
}
