import { describe, describeEvent } from '../shared/declare/documentation'
import { defineEvent } from '../shared/declare/event'
import { property } from '../shared/declare/property'
import { decimal } from '../shared/normalize/decimal'
import { currency } from '../shared/properties/transaction'

const amount = property({
  name: 'amount',
  type: 'number',
  also: ['rechargeAmount'],
  sections: [{ at: 'chargeResponse' }],
  normalize: decimal,
})
DOCS: describe(
  amount,
  'Money added to the stored value account',
  'loadAmount reloadAmount amountLoaded amountAdded addedAmount addedValue valueAdded loadValue topUpAmount added',
)

/** A guest adds value to a stored value account. */
export const rechargeValue = defineEvent({
  name: 'Recharge Value',
  aliases: ['Recharge'],
  properties: [amount, currency],
  isTransaction: true,
  // In this event it may be the number of a payment card.
  ignores: ['cardNumber'],
})
DOCS: describeEvent(rechargeValue, {
  firesWhen: 'a guest adds value to a stored value account',
  goodFor: 'receipts for money loaded, reminders of a low balance, and a bonus for the next reload',
  alike: 'load loaded reload topup gift stored',
})
