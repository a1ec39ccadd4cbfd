import type { Property, SentValue } from '../declare/property'
import { foldName } from '../json/keys'
import type { Settings } from '../settings/settings'
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

/** Whose values count: which sections of persons are passed over, and which of the event's names. */
export interface Readable {
  readonly settings: Settings
  /** Sections that may tell of somebody else: a cashier, or the friend of a referral. */
  readonly ignoredPersons: readonly PersonSection[]
  /** Folded names that mean something else in this kind of event. */
  readonly ignoredNames: readonly string[]
}

/** Whether a value may be the guest's and has its usual meaning. */
export function counts({ key, person }: Candidate, { ignoredPersons, ignoredNames }: Readable): boolean {
  if (person !== undefined && ignoredPersons.includes(person)) return false
  return ignoredNames.length === 0 || !ignoredNames.includes(foldName(key))
}
