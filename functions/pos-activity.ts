import { describeEvent } from '../shared/declare/documentation'
import { defineEvent } from '../shared/declare/event'
import { checkNumber, subtotal, tax, total } from '../shared/properties/check'
import { products } from '../shared/properties/products'
import { currency } from '../shared/properties/transaction'
import { addedWallets, redeemedWallets } from '../shared/properties/wallets'

/** A guest performs a function at the point of sale. */
export const posActivity = defineEvent({
  name: 'POS Activity',
  properties: [checkNumber, subtotal, tax, total, currency, products, addedWallets, redeemedWallets],
  isTransaction: true,
})
DOCS: describeEvent(posActivity, {
  firesWhen: 'a guest performs a function at the point of sale',
  goodFor: 'receipts and thanks right after a visit, and win-back offers to guests whose last visit is long ago',
  alike: 'purchase sale order checkout pos',
})
