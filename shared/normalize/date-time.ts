import { utcOffset } from '../json/utc-offset'
import { text } from './text'

/** A clock reading as written: its wall-clock time, and the offset from UTC when one was given. */
export interface DateTime {
  /** Midnight of the written calendar day as if it were UTC, in epoch milliseconds. */
  readonly day: number
  /** The written time as if it were UTC, in epoch milliseconds; undefined for a date without a time. */
  readonly wallTime: number | undefined
  /** Milliseconds east of UTC; undefined when none was written. */
  readonly offset: number | undefined
}

const time = String.raw`(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{0,9}))?)?`
const basicTime = String.raw`(\d\d)(\d\d)(?:(\d\d)(?:\.(\d{0,9}))?)?`
const offsetPattern = String.raw`(?: ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?`
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekday = '(?:mon|tue|wed|thu|fri|sat|sun)'
const month = `(${monthNames.join('|')})`

/** The whole text, then year, month, day, hour, minute, second, fraction and offset, as far as written. */
type Parts = readonly (string | undefined)[]

/** Every spelling that Paytronix's API and its public JSON library are known to write or read. */
const spellings = [
  spelling(String.raw`(\d{4})-(\d\d)-(\d\d)(?:[T ]${time}${offsetPattern})?`),
  spelling(String.raw`(\d{4})(\d\d)(\d\d)(?:[T ]${basicTime}${offsetPattern})?`),
  spelling(String.raw`${weekday} ${month} (\d\d?) ${time}${offsetPattern} (\d{4})`, [0, 8, 1, 2, 3, 4, 5, 6, 7]),
  spelling(
    String.raw`${weekday}, (\d\d?) ${month} (\d\d(?:\d\d)?) ${time}${offsetPattern}`,
    [0, 3, 2, 1, 4, 5, 6, 7, 8],
  ),
]

/** How a spelling is read; `order` tells where the parts stand when they are not written in theirs. */
function spelling(pattern: string, order?: readonly number[]): (written: string) => Parts | null {
  const whole = new RegExp(`^${pattern}$`, 'i')
  return (written) => {
    const match = whole.exec(written)
    return match && order ? order.map((part) => match[part]) : match
  }
}

/**
 * Reads a date, with or without a time and an offset, in any known spelling. Impossible values (month 13,
 * 31 June, 25 o'clock) are undefined rather than rolled over, as is anything else. Never asks the engine's own
 * parser, whose answer depends on the machine's zone.
 */
export function dateTime(value: unknown): DateTime | undefined {
  const written = text(value)
  if (written === undefined) return undefined
  for (const read of spellings) {
    const parts = read(written)
    if (parts !== null) return fromParts(parts)
  }
  return undefined
}

function fromParts([, year = '', monthPart = '', dayPart = '', hour, minute, second, fraction, zone]: Parts):
  | DateTime
  | undefined {
  const day = calendarDay(year, monthPart, Number(dayPart))
  if (day === undefined) return undefined
  if (hour === undefined) return { day, wallTime: undefined, offset: undefined }
  const clock = clockTime(Number(hour), Number(minute), Number(second ?? 0), fraction)
  const offset = zone === undefined ? undefined : utcOffset(zone)
  return clock === undefined || (zone && offset === undefined) ? undefined : { day, wallTime: day + clock, offset }
}

/** Midnight UTC of the written day; undefined when no calendar has that day. */
function calendarDay(year: string, monthPart: string, day: number): number | undefined {
  const monthIndex = monthOf(monthPart)
  const date = new Date(0)
  date.setUTCFullYear(Number(year) + (year.length === 2 ? 2000 : 0), monthIndex, day)
  return date.getUTCMonth() === monthIndex && date.getUTCDate() === day ? date.getTime() : undefined
}

function monthOf(written: string): number {
  const named = monthNames.indexOf(written.toLowerCase())
  return named === -1 ? Number(written) - 1 : named
}

/** Milliseconds since midnight; fractions of a second are cut to milliseconds. */
function clockTime(hour: number, minute: number, second: number, fraction = ''): number | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined
  return ((hour * 60 + minute) * 60 + second) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3))
}
