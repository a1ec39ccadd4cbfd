import type { Property } from '../declare/property'
import { inOrder } from '../json/in-order'
import { accountId } from '../properties/account'
import { printedCardNumber } from '../properties/card'
import { email, phone, userId } from '../properties/guest'
import { counts, type Found, type Readable } from './candidate'

/** What names a guest. */
export const guestIds: readonly Property<string>[] = [userId, accountId, printedCardNumber]

/** What tells a guest when nothing names one. */
export const guestContacts: readonly Property<string>[] = [email, phone]

const quietly = (): void => undefined

/** The first readable value of a property in a layer that is somebody's, or undefined. It warns of nothing. */
export function usableValue(property: Property<string>, found: Found, readable: Readable): string | undefined {
  for (const candidate of inOrder(found.values.get(property))) {
    if (!counts(candidate, readable)) continue
    const read = property.normalize(candidate.value, readable.settings, quietly)
    if (read !== undefined && !property.isNobody(read, readable.settings)) return read
  }
  return undefined
}

/** Whether a layer holds a usable value of one of the properties. */
export function holdsOne(properties: readonly Property<string>[], found: Found, readable: Readable): boolean {
  return properties.some((property) => usableValue(property, found, readable) !== undefined)
}
