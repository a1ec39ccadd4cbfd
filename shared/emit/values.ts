import type { EventDefinition } from '../declare/event'
import type { Property } from '../declare/property'
import { sha256 } from '../json/hash'
import { foldName } from '../json/keys'
import type { JsonObject } from '../json/values'
import { lastFour } from '../privacy/card-in-text'
import { sharedProperties } from '../properties'
import { printedCardNumber } from '../properties/card'
import { guestTraits } from '../properties/guest'
import { merchantId } from '../properties/transaction'
import { accountWallets } from '../properties/wallets'
import type { EventReading } from '../read/reading'
import type { Settings } from '../settings/settings'

type Values = Record<string, unknown>

/** What becomes a trait of the guest under a name of its own; wallets do so under names made of their codes. */
export const traitProperties = [...sharedProperties, ...guestTraits].filter(({ trait }) => trait !== undefined)

/** The properties of an event's track call. */
export function propertiesOf(reading: EventReading, definition: EventDefinition | undefined): JsonObject {
  const properties: Values = {}
  for (const property of sharedProperties) put(properties, property, property.name, reading)
  for (const property of definition?.properties ?? []) put(properties, property, property.name, reading)
  reading.source.mapped?.addCustom(properties, reading)
  return properties
}

/**
 * The traits of the guest that an event tells of. Wallets become scalars: Segment replaces an object trait as a whole, so
 * a body that tells of one wallet would erase the others. Where two codes make one name, the first keeps it.
 */
export function traitsOf(reading: EventReading): JsonObject {
  const traits: Values = {}
  for (const property of traitProperties) put(traits, property, property.trait ?? property.name, reading)
  for (const wallet of reading.get(accountWallets) ?? []) {
    if (wallet.wallet_code === undefined) continue
    const code = wallet.wallet_code.toLowerCase().replace(/[^a-z0-9]/g, '_')
    for (const member of ['balance', 'label'] as const) {
      const [name, value] = [`wallet_${code}_${member}`, wallet[member]]
      if (value !== undefined && !(name in traits) && !isOmitted(name, reading.settings)) traits[name] = value
    }
  }
  return traits
}

/** Adds a property, under its name as property or trait, unless it is absent or to be omitted. */
function put(into: Values, property: Property, name: string, reading: EventReading): void {
  if (isOmitted(name, reading.settings)) return
  const value = property === printedCardNumber ? shownCard(reading) : reading.get(property)
  if (value !== undefined) into[name] = value
}

/** Whether a property or trait is never sent. */
export function isOmitted(name: string, { omit }: Settings): boolean {
  return omit.size > 0 && omit.has(foldName(name))
}

/** The card's digits as the setting `cardNumber` lets them be seen; undefined when it does not. */
export function shownCard(reading: EventReading): string | undefined {
  const { cardNumber } = reading.settings
  const digits = reading.get(printedCardNumber)
  if (digits === undefined || cardNumber === 'omit') return undefined
  if (cardNumber === 'last4') return lastFour(digits)
  return cardNumber === 'hash' ? sha256(`${reading.get(merchantId) ?? ''}\0${digits}`) : digits
}
