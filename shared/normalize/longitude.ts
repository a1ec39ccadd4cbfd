import { decimalWithin } from './decimal-within'

/** Degrees east, −180 to 180. Paytronix sends decimals as strings ("-71.096000"). */
export function longitude(value: unknown): number | undefined {
  return decimalWithin(value, 180)
}
