import { describe } from '../declare/documentation'
import { foldName } from '../json/keys'
import { isAbsent, type JsonObject, unwrap } from '../json/values'
import { wordList } from '../json/word-list'
import { cardNumber } from '../normalize/card-number'
import { isOneDigitRepeated } from '../normalize/nobody'
import { guestSections } from './guest'
import { idProperty } from './ids'

/** Where Paytronix keeps a guest's card. */
export const cardSections = wordList('cardInfo card primaryCard account account.primaryCard').map((at) => ({ at }))

/** The digits of the loyalty card. What is emitted depends on the setting `cardNumber`. */
export const printedCardNumber = idProperty({
  name: 'printed_card_number',
  expected: 'the digits of a card number',
  also: ['cardNumber', 'primaryCardNumbers[0]'],
  sections: [...cardSections, ...guestSections],
  outside: 'unlisted',
  normalize: cardNumber,
  isNobody: isOneDigitRepeated,
  foreign: { name: 'cardnumber', isIn: isPaymentCard },
  trait: 'printed_card_number',
})
DOCS: describe(
  printedCardNumber,
  'Loyalty card number: digits only, with leading zeros',
  'card loyaltyId cardNo cardNum cardNbr loyaltyCard loyaltyCardNumber loyaltyCardNo loyaltyNumber loyaltyNo memberCard memberCardNumber memberNumber memberNo membershipNumber rewardsNumber rewardsCard rewardsCardNumber rewardCard rewardCardNumber cardBarcode',
)

/** Names that stand beside the number of a payment card only. */
const paymentNames: ReadonlySet<string> = new Set(
  wordList('expdate lastfour cvv cvc securitycode processorauthcode processorreferencenumber processorresponsecode'),
)
const paymentBrands = /visa|master|amex|american|discover|diners|jcb|unionpay|credit|debit/

/** Whether an object tells of a payment card. Its `cardNumber` is no loyalty card's then. */
export function isPaymentCard(object: JsonObject): boolean {
  for (const key in object) {
    const name = foldName(key)
    const value = unwrap(object[key])
    if (paymentNames.has(name) && !isAbsent(value)) return true
    if (name === 'cardtype' && typeof value === 'string' && paymentBrands.test(foldName(value))) return true
  }
  return false
}
