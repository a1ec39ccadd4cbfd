import { memo } from '../json/memo'

/** The order of month and day in `7/8/2025`. */
export type DateOrder = 'mdy' | 'dmy'

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
]
const monthNumbers: ReadonlyMap<string, number> = new Map([
  ...months.flatMap((name, index) => [name, name.slice(0, 3)].map((one) => [one, index + 1] as const)),
  ['sept', 9],
])

/** The calendar repeats exactly after 400 years. */
const calendarCycle = 146_097 * 86_400_000

/** `Fri`, `Friday,` or nothing. It is not compared with the date. */
const weekday = /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?/i
const yearFirst = /^(\d{4})([-/.])(\d{1,2}|[a-z]{3,9})\2(\d{1,2})$/i
const compact = /^(\d{4})(\d\d)(\d\d)$/
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/
const monthName = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i
const dayAndMonthName = /^(\d{1,2})(?:-([a-z]{3,9})-|\/([a-z]{3,9})\/|\.?\s*([a-z]{3,9})\.?,?\s+)(\d{4})$/i

/**
 * Midnight UTC, in epoch milliseconds, of a written calendar day: `2025-07-18`, `20250718`, `7/18/2025`, `Jul 18, 2025`
 * and similar. When only one order of month and day gives a valid day, that order is used. Undefined for an invalid
 * day.
 */
export function calendarDay(written: string, order: DateOrder): number | undefined {
  return order === 'mdy' ? monthBeforeDay(written) : dayBeforeMonth(written)
}

const monthBeforeDay = memo((written: string) => readDay(written, 'mdy'))
const dayBeforeMonth = memo((written: string) => readDay(written, 'dmy'))

function readDay(sent: string, order: DateOrder): number | undefined {
  const written = sent.replace(weekday, '')
  const numeric = yearLast.exec(written)
  if (numeric !== null) return inEitherOrder(Number(numeric[1]), Number(numeric[3]), Number(numeric[4]), order)
  const leading = yearFirst.exec(written)
  if (leading !== null) return dayOf(leading[1], leading[3], leading[4])
  const [, year, month, day] = compact.exec(written) ?? []
  return year === undefined ? withMonthName(written) : dayOf(year, month, day)
}

function withMonthName(written: string): number | undefined {
  const [, first, day, year] = monthName.exec(written) ?? []
  if (first !== undefined) return dayOf(year, first, day)
  const match = dayAndMonthName.exec(written)
  return match === null ? undefined : dayOf(match[5], match[2] ?? match[3] ?? match[4], match[1])
}

function inEitherOrder(first: number, second: number, year: number, order: DateOrder): number | undefined {
  const [monthFirst, dayFirst] = [midnight(year, first, second), midnight(year, second, first)]
  return order === 'mdy' ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst)
}

function dayOf(year: string | undefined, month = '', day: string | undefined): number | undefined {
  return midnight(Number(year), monthNumbers.get(month.toLowerCase()) ?? Number(month), Number(day))
}

function midnight(year: number, month: number, day: number): number | undefined {
  const isDay = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
  // Date.UTC reads a year below 100 as a year of the last century.
  return isDay ? Date.UTC(year + 400, month - 1, day) - calendarCycle : undefined
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
