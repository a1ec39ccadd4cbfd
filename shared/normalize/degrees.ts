import { decimal } from './decimal'

/** A latitude (at most 90) or longitude (at most 180) in degrees. Paytronix sends decimals as strings ("42.380000"). */
export function degrees(value: unknown, most: number): number | undefined {
  const number = decimal(value)
  return number !== undefined && Math.abs(number) <= most ? number : undefined
}
