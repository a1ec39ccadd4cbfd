import { identifier } from './identifier'

/**
 * The digits of a card number, leading zeros kept, spaces and inner dashes removed. Length and check digit are not
 * judged: Paytronix documents neither. Letters, masks and a sign are undefined.
 */
export function cardNumber(value: unknown): string | undefined {
  const number = identifier(value)
  if (number === undefined || /^\d+$/.test(number)) return number
  return /^\d[\d\s\p{Pd}]*$/u.test(number) && /\d$/.test(number) ? number.replace(/\D/g, '') : undefined
}
