import type { EventDefinition } from '../declare/event'
import type { Property } from '../declare/property'
import { foldName } from '../json/keys'
import type { JsonObject } from '../json/values'
import { showCard } from '../privacy/show-card'
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

/** The traits of the guest that an event tells of. */
export function traitsOf(reading: EventReading): JsonObject {
  const traits: Values = {}
  for (const property of traitProperties) put(traits, property, property.trait ?? property.name, reading)
  for (const { wallet_code, label, balance } of reading.get(accountWallets) ?? []) {
    if (wallet_code === undefined) continue
    const wallet = `wallet_${wallet_code.toLowerCase().replace(/[^a-z0-9]/g, '_')}`
    putWallet(traits, `${wallet}_balance`, balance, reading.settings)
    putWallet(traits, `${wallet}_label`, label, reading.settings)
  }
  return traits
}

/** Adds a property, under its name as property or trait, unless it is absent or to be omitted. */
export function put(into: Values, property: Property, name: string, reading: EventReading): void {
  const { omit } = reading.settings
  if (omit.size > 0 && (omit.has(foldName(name)) || omit.has(foldName(property.name)))) return
  const value = property === printedCardNumber ? shownCard(reading) : reading.get(property)
  if (value !== undefined) into[name] = value
}

function shownCard(reading: EventReading): string | undefined {
  const card = reading.get(printedCardNumber)
  return card === undefined ? undefined : showCard(card, reading.settings, reading.get(merchantId))
}

/**
 * Wallets become scalars: Segment replaces an object trait as a whole, so a body that tells of one wallet would erase
 * the others. Where two codes make one name, the first keeps it.
 */
function putWallet(traits: Values, name: string, value: unknown, { omit }: Settings): void {
  if (value !== undefined && !(name in traits) && !omit.has(foldName(name))) traits[name] = value
}
