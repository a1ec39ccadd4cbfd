import { memo } from './memo'
import { utcOffset } from './utc-offset'

const dayLength = 86_400_000
const minuteLength = 60_000

/** Tells the milliseconds east of UTC at a moment (epoch milliseconds). */
type OffsetAt = (moment: number) => number

/** Constructing a formatter is slow, so each zone has one. */
const zoneOf = memo((name: string): OffsetAt | undefined => {
  const ask = askerOf(name)
  if (ask === undefined) return undefined
  // One answer serves a whole day, unless the clocks change within it, which they do at a full minute.
  const offsetOfDay = memo((day: number) => {
    const offset = ask(day * dayLength)
    return offset === ask((day + 1) * dayLength) ? offset : undefined
  })
  const offsetOfMinute = memo((minute: number) => ask(minute * minuteLength))
  return (moment) => offsetOfDay(Math.floor(moment / dayLength)) ?? offsetOfMinute(Math.floor(moment / minuteLength))
}, 100)

/** Whether this is an IANA zone name the engine knows. Bare offsets such as "-05:00" are not: they have no daylight saving. */
export function isTimeZone(name: string): boolean {
  return zoneOf(name) !== undefined
}

/**
 * The moment (epoch milliseconds) at which clocks in `timeZone` show `wallTime` (a clock reading given as if it
 * were UTC). Of an hour that occurs twice the first is meant; an hour that is skipped moves forward by the gap.
 * An unknown zone is UTC.
 */
export function localToUtc(wallTime: number, timeZone: string): number {
  const offsetAt = zoneOf(timeZone) ?? (() => 0)
  const before = offsetAt(wallTime - dayLength)
  const after = offsetAt(wallTime + dayLength)
  const first = wallTime - before
  if (before === after || offsetAt(first) === before) return first
  const second = wallTime - after
  return offsetAt(second) === after ? second : first
}

/** The day (`YYYY-MM-DD`) that calendars in `timeZone` show at a moment (epoch milliseconds). An unknown zone is UTC. */
export function localDay(moment: number, timeZone: string): string {
  const offset = zoneOf(timeZone)?.(moment) ?? 0
  return new Date(moment + offset).toISOString().slice(0, 10)
}

function askerOf(timeZone: string): OffsetAt | undefined {
  if (!/^[a-z]/i.test(timeZone)) return undefined
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    // It writes "7/18/2025, GMT-04:00"; UTC itself is "GMT" alone.
    return (moment) => utcOffset(format.format(moment).split('GMT')[1] ?? '') ?? 0
  } catch {
    return undefined
  }
}
