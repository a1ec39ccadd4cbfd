import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { isTimeZone, localToUtc } from '../../../shared/json/time-zone'

const minute = 60_000
const hour = 60 * minute
const dayLength = 24 * hour

/** Clock readings, in the zone, and the moments they mean. */
const clocks: [timeZone: string, clock: string, moment: string, reason: string][] = [
  // New York: the first Sunday of November has 01:00 to 02:00 twice, the second of March no 02:00 to 03:00.
  ['America/New_York', '2025-11-02T00:59:59.999', '2025-11-02T04:59:59.999Z', 'before the repeated hour'],
  ['America/New_York', '2025-11-02T01:00:00.000', '2025-11-02T05:00:00.000Z', 'the repeated hour begins: the first'],
  ['America/New_York', '2025-11-02T01:30:00.000', '2025-11-02T05:30:00.000Z', 'within the repeated hour: the first'],
  ['America/New_York', '2025-11-02T01:59:59.999', '2025-11-02T05:59:59.999Z', 'the repeated hour ends: the first'],
  ['America/New_York', '2025-11-02T02:00:00.000', '2025-11-02T07:00:00.000Z', 'after the repeated hour'],
  ['America/New_York', '2025-03-09T01:59:59.999', '2025-03-09T06:59:59.999Z', 'before the skipped hour'],
  ['America/New_York', '2025-03-09T02:00:00.000', '2025-03-09T07:00:00.000Z', 'the skipped hour begins: moved forward'],
  ['America/New_York', '2025-03-09T02:30:00.000', '2025-03-09T07:30:00.000Z', 'within the skipped hour: moved forward'],
  ['America/New_York', '2025-03-09T02:59:59.999', '2025-03-09T07:59:59.999Z', 'the skipped hour ends: moved forward'],
  ['America/New_York', '2025-03-09T03:00:00.000', '2025-03-09T07:00:00.000Z', 'after the skipped hour'],
  ['America/New_York', '2025-03-08T23:59:59.000', '2025-03-09T04:59:59.000Z', 'the evening before the change'],
  ['America/New_York', '2025-03-10T00:00:00.000', '2025-03-10T04:00:00.000Z', 'the morning after the change'],
  // Until 2006 the clocks changed in April and October.
  ['America/New_York', '2006-04-02T02:30:00.000', '2006-04-02T07:30:00.000Z', 'within the hour that was skipped then'],
  ['America/New_York', '2006-10-29T01:30:00.000', '2006-10-29T05:30:00.000Z', 'within the hour that was repeated then'],
  ['America/New_York', '2006-03-12T02:30:00.000', '2006-03-12T07:30:00.000Z', 'no hour is skipped on that day'],
  // Lord Howe's clocks change by half an hour.
  ['Australia/Lord_Howe', '2025-04-06T01:29:59.999', '2025-04-05T14:29:59.999Z', 'before the repeated half hour'],
  ['Australia/Lord_Howe', '2025-04-06T01:30:00.000', '2025-04-05T14:30:00.000Z', 'the repeated half hour begins'],
  ['Australia/Lord_Howe', '2025-04-06T01:59:59.999', '2025-04-05T14:59:59.999Z', 'the repeated half hour ends'],
  ['Australia/Lord_Howe', '2025-04-06T02:00:00.000', '2025-04-05T15:30:00.000Z', 'after the repeated half hour'],
  ['Australia/Lord_Howe', '2025-10-05T01:59:59.999', '2025-10-04T15:29:59.999Z', 'before the skipped half hour'],
  ['Australia/Lord_Howe', '2025-10-05T02:00:00.000', '2025-10-04T15:30:00.000Z', 'the skipped half hour begins'],
  ['Australia/Lord_Howe', '2025-10-05T02:29:59.999', '2025-10-04T15:59:59.999Z', 'the skipped half hour ends'],
  ['Australia/Lord_Howe', '2025-10-05T02:30:00.000', '2025-10-04T15:30:00.000Z', 'after the skipped half hour'],
  // Apia skipped 30 December 2011, from ten hours behind UTC to fourteen ahead.
  ['Pacific/Apia', '2011-12-29T23:59:59.999', '2011-12-30T09:59:59.999Z', 'before the skipped day'],
  ['Pacific/Apia', '2011-12-30T00:00:00.000', '2011-12-30T10:00:00.000Z', 'the skipped day begins: moved forward'],
  ['Pacific/Apia', '2011-12-30T12:00:00.000', '2011-12-30T22:00:00.000Z', 'within the skipped day: moved forward'],
  ['Pacific/Apia', '2011-12-30T23:59:59.999', '2011-12-31T09:59:59.999Z', 'the skipped day ends: moved forward'],
  ['Pacific/Apia', '2011-12-31T00:00:00.000', '2011-12-30T10:00:00.000Z', 'after the skipped day'],
  ['Pacific/Apia', '2012-01-01T00:00:00.000', '2011-12-31T10:00:00.000Z', 'the day after that'],
  // Sao Paulo skipped the hour after midnight.
  ['America/Sao_Paulo', '2018-11-04T00:30:00.000', '2018-11-04T03:30:00.000Z', 'the skipped hour moves forward'],
  ['America/Sao_Paulo', '2018-02-17T23:30:00.000', '2018-02-18T01:30:00.000Z', 'in the hour repeated before midnight'],
  ['Asia/Kolkata', '2025-07-18T19:04:32.118', '2025-07-18T13:34:32.118Z', 'half an hour off'],
  ['Asia/Kathmandu', '2025-07-18T19:04:32.118', '2025-07-18T13:19:32.118Z', 'a quarter of an hour off'],
  ['Pacific/Kiritimati', '2025-07-18T00:00:00.000', '2025-07-17T10:00:00.000Z', 'fourteen hours ahead of UTC'],
  ['Pacific/Pago_Pago', '2025-07-18T23:00:00.000', '2025-07-19T10:00:00.000Z', 'eleven hours behind UTC'],
  ['UTC', '2025-03-09T02:30:00.000', '2025-03-09T02:30:00.000Z', 'UTC skips no hour'],
  ['Etc/GMT+5', '2025-07-18T19:04:32.000', '2025-07-19T00:04:32.000Z', 'in such names + means behind UTC'],
  // The edges of the years that are read.
  ['America/New_York', '1999-12-31T19:00:00.000', '2000-01-01T00:00:00.000Z', 'the first moment, still 1999 there'],
  ['America/New_York', '2000-01-01T00:00:00.000', '2000-01-01T05:00:00.000Z', 'the first hour of the year there'],
  ['America/New_York', '2000-02-29T12:00:00.000', '2000-02-29T17:00:00.000Z', 'a leap day'],
  ['America/New_York', '2100-07-01T12:00:00.000', '2100-07-01T16:00:00.000Z', 'summer in the last year'],
  ['America/New_York', '2100-12-31T23:59:59.999', '2101-01-01T04:59:59.999Z', 'the last moment, already 2101 in UTC'],
  ['UTC', '2000-01-01T00:00:00.000', '2000-01-01T00:00:00.000Z', 'the first moment'],
  ['UTC', '2100-12-31T23:59:59.999', '2100-12-31T23:59:59.999Z', 'the last moment'],
  ['Asia/Kolkata', '2000-01-01T05:30:00.000', '2000-01-01T00:00:00.000Z', 'the first moment, already morning there'],
  ['Asia/Kolkata', '2101-01-01T05:29:59.999', '2100-12-31T23:59:59.999Z', 'the last moment, already 2101 there'],
]

test.each(clocks)('in %s %s is %s: %s', (timeZone, clock, moment) => {
  expect(new Date(localToUtc(Date.parse(`${clock}Z`), timeZone)).toISOString()).toBe(moment)
})

test.each<[name: string]>([
  ['America/New_York'],
  ['UTC'],
  ['Etc/UTC'],
  ['GMT'],
  ['Etc/GMT+5'],
  ['EST5EDT'],
  ['US/Eastern'],
  ['Asia/Calcutta'],
  ['Asia/Kolkata'],
  ['America/Argentina/Buenos_Aires'],
  ['Australia/Lord_Howe'],
  ['Pacific/Apia'],
])('%s is a time zone', (name) => expect(isTimeZone(name)).toBe(true))

test.each<[name: string, reason: string]>([
  ['-05:00', 'a bare offset'],
  ['+05:30', 'a bare offset'],
  ['-0500', 'a bare offset'],
  ['+00', 'a bare offset'],
  ['05:00', 'a bare offset'],
  ['GMT-5', 'an abbreviation with an offset'],
  ['UTC-05:00', 'an abbreviation with an offset'],
  ['Z', 'an abbreviation of UTC that is no name'],
  ['', 'no name'],
  [' ', 'blank'],
  [' UTC', 'a blank before it'],
  ['UTC ', 'a blank after it'],
  ['America', 'half a name'],
  ['America/', 'half a name'],
  ['/America/New_York', 'a slash before it'],
  ['America/Boston', 'a city that is in no name'],
  ['America/New York', 'a blank instead of the underscore'],
  ['New_York', 'half a name'],
  ['Eastern', 'a word for a zone'],
  ['constructor', 'a name of the prototype'],
  ['__proto__', 'a name of the prototype'],
  ['\ud800', 'half a sign of two code units'],
  ['🕐', 'a sign'],
])('%p is no time zone: %s', (name) => expect(isTimeZone(name)).toBe(false))

test('a name of 100,000 characters is no time zone', () => expect(isTimeZone('A'.repeat(100_000))).toBe(false))

test('an unknown zone is UTC', () => expect(localToUtc(0, 'Nowhere/Land')).toBe(0))

test.each([
  ['America/New_York', 'other rules from 2007 on'],
  ['America/St_Johns', 'half an hour off, changed a minute past midnight until 2011'],
  ['America/Sao_Paulo', 'skipped the hour after midnight'],
  ['America/Caracas', 'changed by half an hour, and back'],
  ['Europe/London', 'changes at one in the morning, UTC'],
  ['Europe/Istanbul', 'moved for good in 2016'],
  ['Africa/Casablanca', 'goes back in Ramadan'],
  ['Antarctica/Troll', 'changes by two hours'],
  ['Asia/Tehran', 'half an hour off, changed by the Persian calendar'],
  ['Asia/Pyongyang', 'changed by half an hour, and back'],
  ['Australia/Lord_Howe', 'changes by half an hour'],
  ['Pacific/Apia', 'skipped a day'],
])('every clock change of %s from 2000 to 2037 is reckoned with: %s', (timeZone) => {
  const wrong = changesOf(timeZone).flatMap((change) =>
    clocksAround(change).flatMap((clock) => {
      const [moment, expected] = [localToUtc(clock, timeZone), meantBy(clock, change)]
      return moment === expected
        ? []
        : [{ clock: written(clock), moment: written(moment), expected: written(expected) }]
    }),
  )
  expect(wrong).toEqual([])
})

test.each([
  ['America/New_York', 76, 'two a year'],
  ['Australia/Lord_Howe', 76, 'two a year'],
  ['Asia/Pyongyang', 2, 'half an hour back in 2015, and forward in 2018'],
  ['Asia/Kolkata', 0, 'none in that time'],
])('the reckoning of %s finds its %i changes: %s', (timeZone, count) => expect(changesOf(timeZone)).toHaveLength(count))

test.each<[zone: string, januaryOffset: number]>([
  ['UTC', 0],
  ['America/New_York', 300],
  ['Australia/Lord_Howe', -660],
  ['Pacific/Apia', -780],
])("the machine's zone makes no difference: %s", async (zone, januaryOffset) => {
  const script = `
    const { localToUtc } = require('./shared/json/time-zone.ts')
    const moments = ${JSON.stringify(clocks)}.map(([zone, clock]) => new Date(localToUtc(Date.parse(clock + 'Z'), zone)))
    console.log(JSON.stringify([new Date(2025, 0, 1).getTimezoneOffset(), moments]))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--require', 'tsx/cjs', '--eval', script], {
    env: { ...process.env, TZ: zone },
  })
  expect(JSON.parse(stdout)).toEqual([januaryOffset, clocks.map(([, , moment]) => moment)])
})

/** From `moment` on the clocks are `after` milliseconds east of UTC, until then `before`. */
interface Change {
  readonly moment: number
  readonly before: number
  readonly after: number
}

/** Found anew, by bisecting what the engine's clocks show rather than the offset it names. */
function changesOf(timeZone: string): Change[] {
  const offsetAt = clockReader(timeZone)
  const changes: Change[] = []
  const step = 10 * dayLength
  for (let moment = Date.UTC(2000, 0, 1); moment < Date.UTC(2038, 0, 1); moment += step) {
    const [before, after] = [offsetAt(moment), offsetAt(moment + step)]
    if (before === after) continue
    let [early, late] = [moment, moment + step]
    while (late - early > minute) {
      const middle = early + Math.floor((late - early) / minute / 2) * minute
      if (offsetAt(middle) === before) early = middle
      else late = middle
    }
    changes.push({ moment: late, before, after })
  }
  return changes
}

function clockReader(timeZone: string): (moment: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  return (moment) => {
    const [month = 0, day = 0, year = 0, hours = 0, minutes = 0] = (format.format(moment).match(/\d+/g) ?? []).map(
      Number,
    )
    return Date.UTC(year, month - 1, day, hours, minutes) - moment
  }
}

/** The readings at the edges of the hour that is skipped or repeated, within it, and an hour and a day away. */
function clocksAround({ moment, before, after }: Change): number[] {
  const [first, last] = [moment + Math.min(before, after), moment + Math.max(before, after)]
  return [
    first - dayLength,
    first - hour,
    first - minute,
    first,
    first + minute,
    (first + last) / 2,
    last - minute,
    last,
    last + hour,
    last + dayLength,
  ]
}

/** Of a reading that occurs twice the first, of a skipped one the moment as if the clocks had not changed. */
function meantBy(clock: number, { moment, before, after }: Change): number {
  const isBefore = clock - before < moment
  const isSkipped = clock - after < moment
  return isBefore || isSkipped ? clock - before : clock - after
}

function written(moment: number): string {
  return new Date(moment).toISOString()
}
