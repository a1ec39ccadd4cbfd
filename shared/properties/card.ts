import { describe } from '../declare/documentation'
import { property } from '../declare/property'
import { cardNumber } from '../normalize/card-number'

/** Where Paytronix keeps a guest's card. */
export const cardSections = ['cardInfo', 'card', 'primaryCard', 'account', 'account.primaryCard'].map((at) => ({ at }))

/** The digits of the loyalty card. What is emitted depends on the setting `cardNumber`. */
export const printedCardNumber = property({
  name: 'printed_card_number',
  expected: 'the digits of a card number',
  also: ['cardNumber', 'primaryCardNumbers[0]'],
  sections: cardSections,
  normalize: cardNumber,
  trait: 'printed_card_number',
})
DOCS: describe(printedCardNumber, 'Loyalty card number, digits only, leading zeros kept')
