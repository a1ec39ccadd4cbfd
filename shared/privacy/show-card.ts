import { sha256 } from '../json/hash'
import type { Settings } from '../settings/settings'

/** A card number's digits as the setting `cardNumber` lets them be seen; undefined when it does not. */
export function showCard(digits: string, { cardNumber }: Settings, merchant: string | undefined): string | undefined {
  if (cardNumber === 'last4') return `…${digits.slice(-4)}`
  if (cardNumber === 'hash') return sha256(`${merchant ?? ''}\0${digits}`)
  return cardNumber === 'plain' ? digits : undefined
}
