import type { Property } from '../declare/property'
import { accountProperties, externalAccountCode } from './account'
import { printedCardNumber } from './card'
import { guestProperties, guestTraits, userId } from './guest'
import { eventTime, eventType, ownId } from './own'
import { storeProperties } from './store'
import { transactionProperties } from './transaction'
import { walletLists, walletProperties } from './wallets'

/** The sixteen properties that Segment documents for Paytronix, in its order. */
export const documentedProperties: readonly Property[] = [
  ...guestProperties.slice(0, 2),
  printedCardNumber,
  ...guestProperties.slice(2),
  ...storeProperties,
  ...walletProperties,
]

/** What every event may carry: the documented sixteen, then ours. */
export const sharedProperties: readonly Property[] = [
  ...documentedProperties,
  ...accountProperties,
  ...transactionProperties,
]

/** What is read of every event but is no property: traits, identities and the time. */
export const sharedSources: readonly Property[] = [...guestTraits, userId, externalAccountCode, eventTime]

/** What only serves to read the others, and has no value of its own. */
export const innerSources: readonly Property[] = [walletLists, eventType, ownId]
