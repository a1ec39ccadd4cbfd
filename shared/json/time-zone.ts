import { isoDay } from './iso'
import { memo } from './memo'
import { utcOffset } from './utc-offset'

const dayLength = 86_400_000
const minuteLength = 60_000

/** Tells the milliseconds east of UTC at a moment (epoch milliseconds). */
type OffsetAt = (moment: number) => number

interface Zone {
  readonly offsetAt: OffsetAt
  /** The offset on a day (days since 1970) and those beside it; undefined when the clocks change within them. */
  readonly steadyOffset: (day: number) => number | undefined
}

/** Constructing a formatter is slow, so each zone has one. */
const zoneOf = memo((name: string): Zone | undefined => {
  const ask = askerOf(name)
  if (ask === undefined) return undefined
  const steadyOffset = memo((day: number) => {
    const offset = ask((day - 1) * dayLength)
    return offset === ask((day + 2) * dayLength) ? offset : undefined
  })
  // Clocks change at a full minute.
  const offsetOfMinute = memo((minute: number) => ask(minute * minuteLength))
  return { offsetAt: (moment) => offsetOfMinute(Math.floor(moment / minuteLength)), steadyOffset }
}, 30)

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

/** The day (`YYYY-MM-DD`) that calendars in `timeZone` show at a moment (epoch milliseconds). An unknown zone is UTC. */
export function localDay(moment: number, timeZone: string): string {
  return isoDay(moment + (zoneOf(timeZone)?.offsetAt(moment) ?? 0))
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
