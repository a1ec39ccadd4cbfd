import { decimal } from './decimal'

/** Degrees east, −180 to 180. Paytronix sends decimals as strings ("-71.096000"). */
export function longitude(value: unknown): number | undefined {
  const degrees = decimal(value)
  return degrees !== undefined && Math.abs(degrees) <= 180 ? degrees : undefined
}
