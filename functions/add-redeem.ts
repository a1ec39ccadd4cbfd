import { describeEvent } from '../shared/declare/documentation'
import { defineEvent } from '../shared/declare/event'
import { checkNumber } from '../shared/properties/check'
import { addedWallets, redeemedWallets } from '../shared/properties/wallets'

/** A guest accrues and/or spends points. */
export const addRedeem = defineEvent({
  name: 'Add/Redeem',
  aliases: ['Accrual/Redemption'],
  properties: [addedWallets, redeemedWallets, checkNumber],
  isTransaction: true,
})
DOCS: describeEvent(addRedeem, {
  firesWhen: 'a guest accrues and/or spends points',
  goodFor: 'messages about points earned and rewards within reach, and learning which rewards bring guests back',
  alike: 'accrual accrued accrue earn earned redemption redeemed burn points reward rewards',
})
