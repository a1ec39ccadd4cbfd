import { Temporal } from '@js-temporal/polyfill'
import fc from 'fast-check'

/** Readings of a zone's clocks around a moment at which they change, or around any other one. */
export interface ClockReadings {
  readonly timeZone: string
  /** What clocks show, such as `2025-11-02T01:30:00`. */
  readonly readings: readonly string[]
}

const first = Temporal.Instant.from('2000-01-01T00:00Z')
const end = Temporal.Instant.from('2101-01-01T00:00Z')

/**
 * Zones whose clocks change in ways of their own: by half an hour or two, at midnight, around Ramadan, once for all, across
 * the date line.
 */
const zones = [
  ...['America/New_York', 'America/St_Johns', 'America/Sao_Paulo', 'America/Caracas', 'America/Santiago'],
  ...['America/Havana', 'America/Nuuk', 'Europe/London', 'Europe/Dublin', 'Europe/Istanbul', 'Europe/Volgograd'],
  ...['Africa/Casablanca', 'Africa/Cairo', 'Africa/Juba', 'Antarctica/Troll', 'Asia/Amman', 'Asia/Gaza', 'Asia/Tehran'],
  ...['Asia/Pyongyang', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'Pacific/Chatham', 'Pacific/Norfolk'],
]

/** Minutes from a change at which clocks are read: its edges, within what is skipped or repeated, and days away. */
const minutes = [-1440, -61, -60, -30, -1, 0, 1, 29, 30, 59, 60, 61, 1440]

/** Some readings around a clock change. */
export const clockReadings: fc.Arbitrary<ClockReadings> = fc
  .tuple(
    fc.constantFrom(...zones),
    fc.integer({ min: first.epochMilliseconds, max: end.epochMilliseconds - 1 }),
    fc.subarray(minutes, { minLength: 1, maxLength: 2 }),
  )
  .map(([timeZone, moment, some]) => {
    const from = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone)
    const change = from.getTimeZoneTransition('next') ?? from.getTimeZoneTransition('previous') ?? from
    return readingsAround(change, some)
  })

/** Readings around every change of every zone from 2000 to 2100. */
export function* everyClockChange(): Generator<ClockReadings> {
  for (const timeZone of Intl.supportedValuesOf('timeZone')) {
    for (const moment of changesOf(timeZone)) {
      const change = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone)
      yield readingsAround(change, minutes)
    }
  }
}

/** Looks every third day: Temporal's own search passes over a change that is undone within two weeks. */
function changesOf(timeZone: string): number[] {
  const step = 3 * 86_400_000
  const offsetAt = offsetReader(timeZone)
  const changes: number[] = []
  for (let moment = first.epochMilliseconds; moment < end.epochMilliseconds; moment += step) {
    if (offsetAt(moment) !== offsetAt(moment + step)) changes.push(changeBetween(moment, moment + step, offsetAt))
  }
  return changes
}

/** The first moment with the later offset, to the second. */
function changeBetween(from: number, to: number, offsetAt: (moment: number) => string): number {
  const second = 1000
  let [early, late] = [from, to]
  while (late - early > second) {
    const middle = early + Math.floor((late - early) / second / 2) * second
    if (offsetAt(middle) === offsetAt(from)) early = middle
    else late = middle
  }
  return late
}

/** Tells the offset at a moment, as text. */
function offsetReader(timeZone: string): (moment: number) => string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  return (moment) => format.format(moment).replace(/^.* /, '')
}

/** As both the clocks before and those after the change would show them. */
function readingsAround(change: Temporal.ZonedDateTime, some: readonly number[]): ClockReadings {
  const before = change.subtract({ nanoseconds: 1 }).offsetNanoseconds
  const shown = [before, change.offsetNanoseconds].flatMap((offset) => {
    const clock = change.toInstant().toZonedDateTimeISO('UTC').toPlainDateTime().add({ nanoseconds: offset })
    return some.map((after) => clock.add({ minutes: after }).toString({ smallestUnit: 'second' }))
  })
  return { timeZone: change.timeZoneId, readings: [...new Set(shown)].sort() }
}

/** The moment that a reading means: of an hour that occurs twice the first; a skipped one moves forward. */
export function momentOf(reading: string, timeZone: string): string | undefined {
  const { epochMilliseconds } = Temporal.PlainDateTime.from(reading).toZonedDateTime(timeZone, {
    disambiguation: 'compatible',
  })
  const isRead = epochMilliseconds >= first.epochMilliseconds && epochMilliseconds < end.epochMilliseconds
  return isRead ? new Date(epochMilliseconds).toISOString() : undefined
}
