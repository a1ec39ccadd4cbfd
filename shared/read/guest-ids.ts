import type { Property } from '../declare/property'
import { accountId } from '../properties/account'
import { printedCardNumber } from '../properties/card'
import { email, phone, userId } from '../properties/guest'
import { firstIn, type Holder, type Readable } from './candidate'

/** What names a guest. */
export const guestIds: readonly Property<string>[] = [userId, accountId, printedCardNumber]

/** What tells a guest when nothing names one. */
export const guestContacts: readonly Property<string>[] = [email, phone]

/** What tells who the guest is. */
export const guestProperties = [...guestIds, ...guestContacts]

/** Whether layers hold a usable value of one of the properties. */
export function holdsOne(properties: readonly Property<string>[], layers: readonly Holder[], readable: Readable) {
  return properties.some((property) => firstIn(property, layers, readable) != null)
}
