import { isoDay } from './iso'
import { memo } from './memo'
import { utcOffset } from './utc-offset'

const dayLength = 86_400_000
const minuteLength = 60_000

/** The offset in milliseconds east of UTC at a moment (epoch milliseconds). */
type OffsetAt = (moment: number) => number

interface Zone {
  readonly offsetAt: OffsetAt
  /** The offset on a day (days since 1970) and on both days next to it. Undefined when the clocks change then. */
  readonly steadyOffset: (day: number) => number | undefined
}

/** Creating a formatter is slow, so each zone keeps one. */
const zoneOf = memo((name: string): Zone | undefined => {
  const ask = askerOf(name)
  if (ask === undefined) return undefined
  const steadyOffset = memo((day: number) => {
    const offset = ask((day - 1) * dayLength)
    return offset === ask((day + 2) * dayLength) ? offset : undefined
  })
  // Clocks change only at a full minute.
  const offsetOfMinute = memo((minute: number) => ask(minute * minuteLength))
  return { offsetAt: (moment) => offsetOfMinute(Math.floor(moment / minuteLength)), steadyOffset }
}, 30)

/**
 * Whether this is an IANA zone name the engine knows. Bare offsets such as "-05:00" are not: they have no daylight
 * saving.
 */
export function isTimeZone(name: string): boolean {
  return zoneOf(name) !== undefined
}

/**
 * The moment (epoch milliseconds) when clocks in `timeZone` show `wallTime` (a clock time as if it were UTC). For an
 * hour that occurs twice, it is the first one. A skipped hour moves forward by the gap. An unknown zone means UTC.
 */
export function localToUtc(wallTime: number, timeZone: string): number {
  const zone = zoneOf(timeZone)
  if (zone === undefined) return wallTime
  const steady = zone.steadyOffset(Math.floor(wallTime / dayLength))
  return wallTime - (steady ?? changingOffset(wallTime, zone.offsetAt))
}

/** The offset near a change of the clocks. */
function changingOffset(wallTime: number, offsetAt: OffsetAt): number {
  const before = offsetAt(wallTime - dayLength)
  const after = offsetAt(wallTime + dayLength)
  if (before === after || offsetAt(wallTime - before) === before) return before
  return offsetAt(wallTime - after) === after ? after : before
}

/**
 * The day (`YYYY-MM-DD`) that calendars in `timeZone` show at a moment (epoch milliseconds). An unknown zone means UTC.
 */
export function localDay(moment: number, timeZone: string): string {
  return isoDay(moment + (zoneOf(timeZone)?.offsetAt(moment) ?? 0))
}

function askerOf(timeZone: string): OffsetAt | undefined {
  if (!/^[a-z]/i.test(timeZone)) return undefined
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    // The format is "7/18/2025, GMT-04:00". For UTC it is only "GMT".
    return (moment) => utcOffset(format.format(moment).split('GMT')[1] ?? '') ?? 0
  } catch {
    return undefined
  }
}
