import { text } from './text'

/**
 * A decimal of at most this magnitude, as Paytronix sends it (`"18.45"`, `"-3"`) or as a JSON number. Exponents,
 * separators and anything else are undefined. Source of the rule: Paytronix's "Encoding" page.
 */
export function decimalWithin(value: unknown, most: number): number | undefined {
  const isNumber = typeof value === 'number' || /^[+-]?\d+(?:\.\d+)?$/.test(text(value) ?? '')
  // Adding zero turns −0, which JSON cannot say, into 0.
  return isNumber && Math.abs(Number(value)) <= most ? Number(value) + 0 : undefined
}
