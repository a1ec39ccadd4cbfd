import { decimalWithin } from './decimal-within'

/** Degrees north, −90 to 90. Paytronix sends decimals as strings ("42.380000"). */
export function latitude(value: unknown): number | undefined {
  return decimalWithin(value, 90)
}
