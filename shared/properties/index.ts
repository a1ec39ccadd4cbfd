import type { Property } from '../declare/property'
import { accountProperties, externalAccountCode } from './account'
import { printedCardNumber } from './card'
import { emailOptIn, firstName, guestTraits, lastName, textOptIn, userId } from './guest'
import { eventTime, eventType, otherTime, ownId } from './own'
import { storeProperties } from './store'
import { transactionProperties, transactionStatus } from './transaction'
import { walletLists, walletProperties } from './wallets'

/** The sixteen properties that Segment documents for Paytronix, in its order. */
export const documentedProperties: readonly Property[] = [
  firstName,
  lastName,
  printedCardNumber,
  emailOptIn,
  textOptIn,
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
export const sharedSources: readonly Property[] = [...guestTraits, userId, externalAccountCode, eventTime, walletLists]

/** What only serves to read the others, and has no value of its own. */
export const innerSources: readonly Property[] = [eventType, ownId, otherTime, transactionStatus]
