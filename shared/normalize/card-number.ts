import { identifier } from './identifier'

/**
 * The digits of a card number with leading zeros, without spaces and inner dashes. Length and check digit are not
 * checked, because Paytronix does not document them. Undefined for letters, masks and signs.
 */
export function cardNumber(value: unknown): string | undefined {
  const number = identifier(value)
  return number !== undefined && /^\d(?:[\d\s\p{Pd}]*\d)?$/u.test(number) ? number.replace(/\D/g, '') : undefined
}
