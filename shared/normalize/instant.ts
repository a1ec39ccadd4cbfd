import { localToUtc } from '../json/time-zone'
import { dateTime } from './date-time'
import { text } from './text'

const first = Date.UTC(2000, 0, 1)
const end = Date.UTC(2101, 0, 1)
/** Epoch numbers below this are seconds, others milliseconds. */
const leastMilliseconds = 1e11

/**
 * A moment as ISO 8601 UTC with milliseconds. Reads every known spelling of a date-time and epoch numbers, also
 * as text. Without an offset the time is local to `timeZone`. A date without a time, and a moment before the
 * year 2000 or after 2100, is undefined.
 */
export function instant(value: unknown, timeZone: string): string | undefined {
  const moment = epochMoment(value) ?? writtenMoment(value, timeZone)
  return moment !== undefined && moment >= first && moment < end ? new Date(moment).toISOString() : undefined
}

function epochMoment(value: unknown): number | undefined {
  if (typeof value !== 'number' && !/^\d{9,}(?:\.\d+)?$/.test(text(value) ?? '')) return undefined
  const epoch = Number(value)
  return Math.floor(epoch < leastMilliseconds ? Math.round(epoch * 1e6) / 1e3 : epoch)
}

function writtenMoment(value: unknown, timeZone: string): number | undefined {
  const written = dateTime(value)
  if (written?.wallTime === undefined) return undefined
  return written.offset === undefined ? localToUtc(written.wallTime, timeZone) : written.wallTime - written.offset
}
