import { withinDate } from '../json/mongo-date'
import { calendarDay, type DateOrder } from './calendar-day'
import { text } from './text'
import { readZone, type Zone } from './zone'

/** A date and time as written: the day, the time, and the zone if there is one. */
export interface DateTime {
  /** Midnight of the written calendar day as if it were UTC, in epoch milliseconds. */
  readonly day: number
  /** The written time as if it were UTC, in epoch milliseconds. Undefined for a date without a time. */
  readonly wallTime: number | undefined
  /** Undefined without a written zone. */
  readonly zone: Zone | undefined
}

/** How to read a date with an ambiguous order of month and day. */
export interface DateOptions {
  readonly dateOrder: DateOrder
}

/** Hour, minute, second, fraction, and the first letter of AM or PM. The `Am` of `19:04 America/New_York` is not AM. */
const clock = /(?<![-+\d])(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{0,9}))?)?(?:\s*([ap])\.?m(?:\.|(?![a-z])))?/i
/**
 * The same without colons, after a day without dashes. Between them is a `T`, a blank, or nothing before six digits.
 */
const basic = /^(\d{8})(?:[T ](?=\d{4}(?!\d)|\d{6})|(?=\d{6}))(\d\d)(\d\d)(\d\d)?(?!\d)/i
/** A year with two digits is accepted only in this form: `Fri, 18 Jul 25 19:04:32`. */
const shortYear = /^([a-z]{3}, \d{1,2} [a-z]{3} )(\d\d)$/i

/**
 * Reads a date, with or without a time and a zone, in any known spelling. Undefined for impossible values (month 13,
 * 31 June, 25 o'clock, 13:04 PM) and for anything else. Never uses the engine's own parser, whose result depends on the
 * machine's zone.
 */
export function dateTime(value: unknown, { dateOrder }: DateOptions): DateTime | undefined {
  const written = text(withinDate(value))?.replace(basic, withColons)
  if (written === undefined) return undefined
  const match = clock.exec(written)
  if (match !== null) return fromClock(written, match, dateOrder)
  const day = calendarDay(written, dateOrder)
  return day === undefined ? undefined : { day, wallTime: undefined, zone: undefined }
}

/** Whether a date is also valid with month and day in the other order. */
export function readableOtherWay(value: unknown): boolean {
  const day = dateTime(value, { dateOrder: 'mdy' })?.day
  return day !== dateTime(value, { dateOrder: 'dmy' })?.day
}

function fromClock(written: string, match: RegExpExecArray, order: DateOrder): DateTime | undefined {
  const before = dayBefore(written.slice(0, match.index))
  const after = written.slice(match.index + match[0].length).trim()
  const [, hour, minute, second, fraction, half] = match
  const time = timeOfDay(hourOf(Number(hour), half), Number(minute), Number(second ?? 0), fraction)
  const day = calendarDay(before, order)
  if (day !== undefined) return at(day, time, after)
  // `Fri Jul 18 19:04:32 -0400 2025` ends with the year.
  const [, zone = '', year = ''] = /^(?:(.*\S)\s+)?(\d{4})$/.exec(after) ?? []
  return at(calendarDay(`${before} ${year}`, order), time, zone)
}

function withColons(_: string, day: string, hour: string, minute: string, second: string | undefined): string {
  return second === undefined ? `${day} ${hour}:${minute}` : `${day} ${hour}:${minute}:${second}`
}

function at(day: number | undefined, time: number | undefined, zone: string): DateTime | undefined {
  if (day === undefined || time === undefined) return undefined
  if (zone === '') return { day, wallTime: day + time, zone: undefined }
  const known = readZone(zone)
  return known === undefined ? undefined : { day, wallTime: day + time, zone: known }
}

/** The day before a clock time, without the separator: `T`, a blank, a comma or `at`. */
function dayBefore(written: string): string {
  if (written.endsWith('T') || written.endsWith('t')) return written.slice(0, -1)
  const day = written.trimEnd()
  // Without a separator, the last digits of the day would belong to the hour.
  if (day === written) return ''
  if (/^\d.*\d$/.test(day)) return day
  return day.replace(/,$|\sat$/i, '').replace(shortYear, '$120$2')
}

/** The hour from 0 to 23. NaN when AM or PM follows an hour that is not 1 to 12. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return Number.NaN
  return (hour % 12) + (half === 'p' || half === 'P' ? 12 : 0)
}

/** Milliseconds since midnight, rounded down. 24:00:00 is the start of the next day, second 60 the next second. */
function timeOfDay(hour: number, minute: number, second: number, fraction = ''): number | undefined {
  const milliseconds = fraction === '' ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3))
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds
  const isTime = (hour <= 23 && minute <= 59 && second <= 60) || (hour === 24 && time === 86_400_000)
  return isTime ? time : undefined
}
