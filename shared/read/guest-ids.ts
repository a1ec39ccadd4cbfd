import type { Property } from '../declare/property'
import { foldName } from '../json/keys'
import { accountId } from '../properties/account'
import { printedCardNumber } from '../properties/card'
import { email, phone, userId } from '../properties/guest'
import type { Settings } from '../settings/settings'
import { type Found, inOrder } from './candidate'
import type { PersonSection } from './person'

/** What names a guest. */
export const guestIds: readonly Property<string>[] = [userId, accountId, printedCardNumber]

/** What tells a guest when nothing names one. */
export const guestContacts: readonly Property<string>[] = [email, phone]

/** Whose values count in a layer: which sections of persons are passed over, and which of the event's names. */
export interface Readable {
  readonly settings: Settings
  /** Sections that may tell of somebody else: a cashier, or the friend of a referral. */
  readonly ignoredPersons: readonly PersonSection[]
  /** Folded names that mean something else in this kind of event. */
  readonly ignoredNames: readonly string[]
}

/** The first readable value of a property in a layer that is somebody's, or undefined. It warns of nothing. */
export function usableValue(property: Property<string>, found: Found, readable: Readable): string | undefined {
  const { settings, ignoredPersons, ignoredNames } = readable
  for (const { key, value, person } of inOrder(found.values.get(property))) {
    if ((person !== undefined && ignoredPersons.includes(person)) || ignoredNames.includes(foldName(key))) continue
    const read = property.normalize(value, settings, () => undefined)
    if (read !== undefined && !property.isNobody(read, settings)) return read
  }
  return undefined
}

/** Whether a layer holds a usable value of one of the properties. */
export function holdsOne(properties: readonly Property<string>[], found: Found, readable: Readable): boolean {
  return properties.some((property) => usableValue(property, found, readable) !== undefined)
}
