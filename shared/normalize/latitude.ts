import { decimal } from './decimal'

/** Degrees north, −90 to 90. Paytronix sends decimals as strings ("42.380000"). */
export function latitude(value: unknown): number | undefined {
  const degrees = decimal(value)
  return degrees !== undefined && Math.abs(degrees) <= 90 ? degrees : undefined
}
