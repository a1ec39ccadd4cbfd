import { Temporal } from '@js-temporal/polyfill'
import fc from 'fast-check'
import type { TriedFunction } from './tried-function'

/** What the clocks of a zone show around a change of their offset, such as `2025-11-02T01:30:00`. */
export interface ClockReadings {
  readonly timeZone: string
  readonly readings: readonly string[]
}

const first = Temporal.Instant.from('2000-01-01T00:00Z').epochMilliseconds
const end = Temporal.Instant.from('2101-01-01T00:00Z').epochMilliseconds
const days = 86_400_000

/** Zones whose clocks change by half an hour or two, at midnight, around Ramadan, once for all, or across the date line. */
const zones = [
  ...['America/New_York', 'America/St_Johns', 'America/Sao_Paulo', 'America/Caracas', 'America/Santiago'],
  ...['America/Havana', 'America/Nuuk', 'Europe/London', 'Europe/Dublin', 'Europe/Istanbul', 'Europe/Volgograd'],
  ...['Africa/Casablanca', 'Africa/Cairo', 'Africa/Juba', 'Antarctica/Troll', 'Asia/Amman', 'Asia/Gaza', 'Asia/Tehran'],
  ...['Asia/Pyongyang', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'Pacific/Chatham', 'Pacific/Norfolk'],
]

/** Minutes from a change: at its edges, in the hour that is skipped or repeated, and a day away. */
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

/** Looks every third day: Temporal's own search misses a change that is undone within two weeks. */
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

/** The first moment with the later offset, to the second. */
function changeBetween(from: number, to: number, offsetAt: (moment: number) => string): number {
  let [early, late] = [from / 1000, to / 1000]
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2)
    if (offsetAt(middle * 1000) === offsetAt(from)) early = middle
    else late = middle
  }
  return late * 1000
}

/** As the clocks before the change and those after it show them. */
function readingsAround(change: Temporal.ZonedDateTime, some: readonly number[]): ClockReadings {
  const before = change.subtract({ nanoseconds: 1 }).offsetNanoseconds
  const shown = [before, change.offsetNanoseconds].flatMap((offset) => {
    const clock = change.toInstant().toZonedDateTimeISO('UTC').toPlainDateTime().add({ nanoseconds: offset })
    return some.map((after) => clock.add({ minutes: after }).toString({ smallestUnit: 'second' }))
  })
  return { timeZone: change.timeZoneId, readings: [...new Set(shown)].sort() }
}

/** The moment that a reading means: the first one in an hour that occurs twice; a skipped one moves forward. */
function momentOf(reading: string, timeZone: string): string | undefined {
  const { epochMilliseconds } = Temporal.PlainDateTime.from(reading).toZonedDateTime(timeZone)
  const isRead = epochMilliseconds >= first && epochMilliseconds < end
  return isRead ? new Date(epochMilliseconds).toISOString() : undefined
}

/** Spellings of a reading, which take turns. */
const spellings = [
  (reading: string) => reading,
  (reading: string) => reading.replace('T', ' '),
  (reading: string) => reading.replace(/[-:]/g, ''),
]

/** Sends an event at each reading, in one request. Gives the first one that the function takes for another moment. */
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
