import { defineEvent } from '../shared/event'
import { checkNumber } from '../shared/properties/check'
import { addedWallets, redeemedWallets } from '../shared/properties/wallets'

/** A guest accrues and/or spends points. */
export const addRedeem = defineEvent({
  name: 'Add/Redeem',
  aliases: ['Accrual/Redemption'],
  firesWhen: 'a guest accrues and/or spends points',
  properties: [addedWallets, redeemedWallets, checkNumber],
})
