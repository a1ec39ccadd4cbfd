import { defineEvent } from '../shared/declare/event'
import { property } from '../shared/declare/property'
import { decimal } from '../shared/normalize/decimal'
import { currency } from '../shared/properties/transaction'

const amount = property({
  name: 'amount',
  type: 'number',
  description: 'Money added to the stored value account',
  also: ['rechargeAmount'],
  sections: [{ at: 'chargeResponse' }],
  normalize: decimal,
})

/** A guest adds value to a stored value account. */
export const rechargeValue = defineEvent({
  name: 'Recharge Value',
  aliases: ['Recharge'],
  firesWhen: 'a guest adds value to a stored value account',
  goodFor: 'receipts for money loaded, reminders of a low balance, and a bonus for the next reload',
  properties: [amount, currency],
  // Here it may be the number of the payment card.
  ignores: ['cardNumber'],
})
