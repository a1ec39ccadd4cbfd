import { defineEvent } from '../shared/event'
import { checkNumber } from '../shared/properties/check'
import { addedWallets, redeemedWallets } from '../shared/properties/wallets'

/** A guest accrues and/or spends points. */
export const addRedeem = defineEvent({
  name: 'Add/Redeem',
  aliases: ['Accrual/Redemption'],
  firesWhen: 'a guest accrues and/or spends points',
  goodFor: 'news of points and of rewards within reach, and learning which rewards bring guests back',
  properties: [addedWallets, redeemedWallets, checkNumber],
})
