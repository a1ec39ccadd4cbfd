import { Temporal } from '@js-temporal/polyfill'
import fc from 'fast-check'
import type { TriedFunction } from './tried-function'

/** Clock times of a zone around a change of its offset, such as `2025-11-02T01:30:00`. */
export interface ClockReadings {
  readonly timeZone: string
  readonly readings: readonly string[]
}

const first = Temporal.Instant.from('2000-01-01T00:00Z').epochMilliseconds
const end = Temporal.Instant.from('2101-01-01T00:00Z').epochMilliseconds
const days = 86_400_000

/** Zones with unusual changes: by half an hour or two hours, at midnight, around Ramadan, or across the date line. */
const zones = [
  ...['America/New_York', 'America/St_Johns', 'America/Sao_Paulo', 'America/Caracas', 'America/Santiago'],
  ...['America/Havana', 'America/Nuuk', 'Europe/London', 'Europe/Dublin', 'Europe/Istanbul', 'Europe/Volgograd'],
  ...['Africa/Casablanca', 'Africa/Cairo', 'Africa/Juba', 'Antarctica/Troll', 'Asia/Amman', 'Asia/Gaza', 'Asia/Tehran'],
  ...['Asia/Pyongyang', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'Pacific/Chatham', 'Pacific/Norfolk'],
]

/** Minutes from a change: at its edges, in the skipped or repeated hour, and a day away. */
const minutes = [-1440, -61, -60, -30, -1, 0, 1, 29, 30, 59, 60, 61, 1440]

/** Some readings around a change. */
export const clockReadings: fc.Arbitrary<ClockReadings> = fc
  .tuple(
    fc.constantFrom(...zones),
    fc.integer({ min: first, max: end - 1 }),
    fc.subarray(minutes, { minLength: 1, maxLength: 2 }),
  )
  .map(([timeZone, moment, some]) => {
    const from = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone)
    return readingsAround(from.getTimeZoneTransition('next') ?? from.getTimeZoneTransition('previous') ?? from, some)
  })

/** All readings around every change of every zone from 2000 to 2100. */
export function* everyClockChange(): Generator<ClockReadings> {
  for (const timeZone of Intl.supportedValuesOf('timeZone')) {
    for (const moment of changesOf(timeZone)) {
      yield readingsAround(Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone), minutes)
    }
  }
}

/** Checks every third day. Temporal's own search misses a change that is reversed within two weeks. */
function changesOf(timeZone: string): number[] {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  const offsetAt = (moment: number) => format.format(moment).replace(/^.* /, '')
  const changes: number[] = []
  for (let moment = first; moment < end; moment += 3 * days) {
    const later = moment + 3 * days
    if (offsetAt(moment) !== offsetAt(later)) changes.push(changeBetween(moment, later, offsetAt))
  }
  return changes
}

/** The first moment with the later offset, exact to the second. */
function changeBetween(from: number, to: number, offsetAt: (moment: number) => string): number {
  let [early, late] = [from / 1000, to / 1000]
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2)
    if (offsetAt(middle * 1000) === offsetAt(from)) early = middle
    else late = middle
  }
  return late * 1000
}

/** The readings of the clocks before and after a change. */
function readingsAround(change: Temporal.ZonedDateTime, some: readonly number[]): ClockReadings {
  const before = change.subtract({ nanoseconds: 1 }).offsetNanoseconds
  const shown = [before, change.offsetNanoseconds].flatMap((offset) => {
    const clock = change.toInstant().toZonedDateTimeISO('UTC').toPlainDateTime().add({ nanoseconds: offset })
    return some.map((after) => clock.add({ minutes: after }).toString({ smallestUnit: 'second' }))
  })
  return { timeZone: change.timeZoneId, readings: [...new Set(shown)].sort() }
}

/** The moment of a reading. In an hour that occurs twice it is the first one. A skipped reading moves forward. */
function momentOf(reading: string, timeZone: string): string | undefined {
  const { epochMilliseconds } = Temporal.PlainDateTime.from(reading).toZonedDateTime(timeZone)
  const isRead = epochMilliseconds >= first && epochMilliseconds < end
  return isRead ? new Date(epochMilliseconds).toISOString() : undefined
}

/** Spellings of a reading, used in turn. */
const spellings = [
  (reading: string) => reading,
  (reading: string) => reading.replace('T', ' '),
  (reading: string) => reading.replace(/[-:]/g, ''),
]

/** Sends one event per reading, in one request. Returns the first reading that the function converts wrongly. */
export async function wrongMoment(
  { timeZone, readings }: ClockReadings,
  handle: TriedFunction,
): Promise<string | undefined> {
  const events = readings.map((reading, index) => ({
    ...{ eventType: 'Check-In', userId: 'U-1' },
    timestamp: spellings[index % spellings.length]?.(reading),
  }))
  const settings = { timeZone, identify: 'never' }
  const { calls } = await handle({ body: JSON.stringify(events), settings, formBodies: 'text' })
  const verdicts = readings.map((reading, index) => {
    const [timestamp, expected] = [calls[index]?.timestamp, momentOf(reading, timeZone)]
    return timestamp === expected ? undefined : `${reading} in ${timeZone} is ${expected}, but became ${timestamp}`
  })
  return verdicts.find((verdict) => verdict !== undefined)
}
