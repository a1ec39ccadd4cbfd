import { isoDay } from '../json/iso'
import { type DateOptions, dateTime } from './date-time'

/**
 * A calendar day as `YYYY-MM-DD`, without time-zone conversion. For a date-time, the day as written. Otherwise
 * undefined.
 */
export function date(value: unknown, options: DateOptions): string | undefined {
  const written = dateTime(value, options)
  return written && isoDay(written.day)
}
