import { decimalWithin } from './decimal-within'

/** A decimal; beyond 2^53, where whole numbers are no longer told apart, it is undefined. */
export function decimal(value: unknown): number | undefined {
  return decimalWithin(value, Number.MAX_SAFE_INTEGER)
}
