import { memo } from '../json/memo'
import { wordList } from '../json/word-list'

/** The order of month and day in `7/8/2025`. */
export type DateOrder = 'mdy' | 'dmy'

const months = wordList('january february march april may june july august september october november december')

/** The calendar repeats exactly after 400 years. */
const calendarCycle = 146_097 * 86_400_000

/** `Fri`, `Friday,` or nothing. It is not compared with the date. */
const weekday = /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?/i

/** The spellings of which only one reading exists. */
const unambiguous = [
  /^(?<year>\d{4})([-/.])(?<month>\d{1,2}|[a-z]{3,9})\2(?<day>\d{1,2})$/i,
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/,
  /^(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})$/i,
  /^(?<day>\d{1,2})\.?\s*(?<month>[a-z]{3,9})\.?,?\s+(?<year>\d{4})$/i,
]
const monthFirst = /^(?<month>\d{1,2})([-/.])(?<day>\d{1,2})\2(?<year>\d{4})$/
const dayFirst = /^(?<day>\d{1,2})([-/.])(?<month>\d{1,2}|[a-z]{3,9})\2(?<year>\d{4})$/i

const readMonthFirst = readerOf(monthFirst, dayFirst)
const readDayFirst = readerOf(dayFirst, monthFirst)

/**
 * Midnight UTC, in epoch milliseconds, of a written calendar day: `2025-07-18`, `20250718`, `7/18/2025`, `Jul 18, 2025`
 * and similar. When only one order of month and day gives a valid day, that order is used. Undefined for an invalid
 * day.
 */
export function calendarDay(written: string, order: DateOrder): number | undefined {
  return order === 'mdy' ? readMonthFirst(written) : readDayFirst(written)
}

/** The first spelling that gives a valid day counts. */
function readerOf(...inOrder: readonly RegExp[]): (written: string) => number | undefined {
  const spellings = [...unambiguous, ...inOrder]
  return memo((sent: string) => {
    const written = sent.replace(weekday, '')
    for (const spelling of spellings) {
      const { year, month = '', day } = spelling.exec(written)?.groups ?? {}
      const moment = midnight(Number(year), monthOf(month.toLowerCase()), Number(day))
      if (moment !== undefined) return moment
    }
    return undefined
  })
}

function monthOf(written: string): number {
  const name = written === 'sept' ? 'sep' : written
  return months.findIndex((month) => month === name || month.slice(0, 3) === name) + 1 || Number(name)
}

/** Undefined for 31 June, which `Date.UTC` reads as 1 July, and when a part is no number. */
function midnight(year: number, month: number, day: number): number | undefined {
  // Date.UTC reads a year below 100 as a year of the last century.
  const date = new Date(Date.UTC(year + 400, month - 1, day))
  const isDay = year >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isDay ? date.getTime() - calendarCycle : undefined
}
