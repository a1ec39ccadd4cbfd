import { date } from './date'
import type { DateOptions } from './date-time'

/** The day of a birth as `YYYY-MM-DD`, as written. Before 1901, as databases write where nobody told one, or after 2050: undefined. */
export function birthday(value: unknown, options: DateOptions): string | undefined {
  const day = date(value, options)
  return day !== undefined && day >= '1901' && day < '2051' ? day : undefined
}
