import { identifier } from './identifier'

/**
 * The digits of a card number, leading zeros kept, spaces and dashes removed. Length and check digit are not
 * judged: Paytronix documents neither. Letters, masks and negative numbers are undefined.
 */
export function cardNumber(value: unknown): string | undefined {
  const digits = identifier(typeof value === 'number' && value < 0 ? undefined : value)?.replace(/[\s\p{Pd}]/gu, '')
  return digits !== undefined && /^\d+$/.test(digits) ? digits : undefined
}
