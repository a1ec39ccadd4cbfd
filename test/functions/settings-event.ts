export const card = '6035710000000417'

/** An event of which every setting changes something. */
export const event = {
  type: 'Recharge Value',
  accountId: '5183',
  userId: 'U-1',
  printedCardNumber: card,
  firstName: 'Dana',
  birthday: '1990-02-28',
  timestamp: '2025-07-18T19:04:32',
}
