import { date } from './date'
import type { DateOptions } from './date-time'

/**
 * A birthday as `YYYY-MM-DD`, as written. Undefined before 1901 (databases write such days for unknown ones) and after
 * 2050.
 */
export function birthday(value: unknown, options: DateOptions): string | undefined {
  const day = date(value, options)
  return day !== undefined && day >= '1901' && day < '2051' ? day : undefined
}
