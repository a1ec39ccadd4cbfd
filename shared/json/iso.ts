import { memo } from './memo'

const dayLength = 86_400_000

/** The calendar day, `YYYY-MM-DD`, a number of days after 1970-01-01. */
const dayOf = memo((days: number) => new Date(days * dayLength).toISOString().slice(0, 10))

/** The UTC day of a moment (epoch milliseconds), `YYYY-MM-DD`. */
export function isoDay(moment: number): string {
  return dayOf(Math.floor(moment / dayLength))
}

/** A moment (epoch milliseconds) as ISO 8601 UTC with milliseconds, like `toISOString`, but faster. */
export function isoInstant(moment: number): string {
  const days = Math.floor(moment / dayLength)
  const time = moment - days * dayLength
  const [hours, minutes] = [Math.floor(time / 3_600_000), Math.floor(time / 60_000) % 60]
  const [seconds, milliseconds] = [Math.floor(time / 1000) % 60, time % 1000]
  return `${dayOf(days)}T${twoDigits(hours)}:${twoDigits(minutes)}:${twoDigits(seconds)}.${threeDigits(milliseconds)}Z`
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`
}

function threeDigits(value: number): string {
  return value < 100 ? `0${twoDigits(value)}` : `${value}`
}
