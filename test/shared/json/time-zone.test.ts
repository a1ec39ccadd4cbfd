import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { isTimeZone, localToUtc } from '../../../shared/json/time-zone'

const minute = 60_000
const hour = 60 * minute
const dayLength = 24 * hour

/** Clock readings, in the zone, and the moments they mean. */
const clocks: [timeZone: string, clock: string, moment: string][] = [
  // New York: the first Sunday of November has 01:00 to 02:00 twice, the second of March no 02:00 to 03:00.
  ['America/New_York', '2025-11-02T00:59:59.999', '2025-11-02T04:59:59.999Z'],
  ['America/New_York', '2025-11-02T01:00:00.000', '2025-11-02T05:00:00.000Z'],
  ['America/New_York', '2025-11-02T01:30:00.000', '2025-11-02T05:30:00.000Z'],
  ['America/New_York', '2025-11-02T01:59:59.999', '2025-11-02T05:59:59.999Z'],
  ['America/New_York', '2025-11-02T02:00:00.000', '2025-11-02T07:00:00.000Z'],
  ['America/New_York', '2025-03-09T01:59:59.999', '2025-03-09T06:59:59.999Z'],
  ['America/New_York', '2025-03-09T02:00:00.000', '2025-03-09T07:00:00.000Z'],
  ['America/New_York', '2025-03-09T02:30:00.000', '2025-03-09T07:30:00.000Z'],
  ['America/New_York', '2025-03-09T02:59:59.999', '2025-03-09T07:59:59.999Z'],
  ['America/New_York', '2025-03-09T03:00:00.000', '2025-03-09T07:00:00.000Z'],
  ['America/New_York', '2025-03-08T23:59:59.000', '2025-03-09T04:59:59.000Z'],
  ['America/New_York', '2025-03-10T00:00:00.000', '2025-03-10T04:00:00.000Z'],
  // Until 2006 the clocks changed in April and October.
  ['America/New_York', '2006-04-02T02:30:00.000', '2006-04-02T07:30:00.000Z'],
  ['America/New_York', '2006-10-29T01:30:00.000', '2006-10-29T05:30:00.000Z'],
  ['America/New_York', '2006-03-12T02:30:00.000', '2006-03-12T07:30:00.000Z'],
  // Lord Howe's clocks change by half an hour.
  ['Australia/Lord_Howe', '2025-04-06T01:29:59.999', '2025-04-05T14:29:59.999Z'],
  ['Australia/Lord_Howe', '2025-04-06T01:30:00.000', '2025-04-05T14:30:00.000Z'],
  ['Australia/Lord_Howe', '2025-04-06T01:59:59.999', '2025-04-05T14:59:59.999Z'],
  ['Australia/Lord_Howe', '2025-04-06T02:00:00.000', '2025-04-05T15:30:00.000Z'],
  ['Australia/Lord_Howe', '2025-10-05T01:59:59.999', '2025-10-04T15:29:59.999Z'],
  ['Australia/Lord_Howe', '2025-10-05T02:00:00.000', '2025-10-04T15:30:00.000Z'],
  ['Australia/Lord_Howe', '2025-10-05T02:29:59.999', '2025-10-04T15:59:59.999Z'],
  ['Australia/Lord_Howe', '2025-10-05T02:30:00.000', '2025-10-04T15:30:00.000Z'],
  // Apia skipped 30 December 2011, from ten hours behind UTC to fourteen ahead.
  ['Pacific/Apia', '2011-12-29T23:59:59.999', '2011-12-30T09:59:59.999Z'],
  ['Pacific/Apia', '2011-12-30T00:00:00.000', '2011-12-30T10:00:00.000Z'],
  ['Pacific/Apia', '2011-12-30T12:00:00.000', '2011-12-30T22:00:00.000Z'],
  ['Pacific/Apia', '2011-12-30T23:59:59.999', '2011-12-31T09:59:59.999Z'],
  ['Pacific/Apia', '2011-12-31T00:00:00.000', '2011-12-30T10:00:00.000Z'],
  ['Pacific/Apia', '2012-01-01T00:00:00.000', '2011-12-31T10:00:00.000Z'],
  // Sao Paulo skipped the hour after midnight.
  ['America/Sao_Paulo', '2018-11-04T00:30:00.000', '2018-11-04T03:30:00.000Z'],
  ['America/Sao_Paulo', '2018-02-17T23:30:00.000', '2018-02-18T01:30:00.000Z'],
  ['Asia/Kolkata', '2025-07-18T19:04:32.118', '2025-07-18T13:34:32.118Z'],
  ['Asia/Kathmandu', '2025-07-18T19:04:32.118', '2025-07-18T13:19:32.118Z'],
  ['Pacific/Kiritimati', '2025-07-18T00:00:00.000', '2025-07-17T10:00:00.000Z'],
  ['Pacific/Pago_Pago', '2025-07-18T23:00:00.000', '2025-07-19T10:00:00.000Z'],
  ['UTC', '2025-03-09T02:30:00.000', '2025-03-09T02:30:00.000Z'],
  ['Etc/GMT+5', '2025-07-18T19:04:32.000', '2025-07-19T00:04:32.000Z'],
  // The edges of the years that are read.
  ['America/New_York', '1999-12-31T19:00:00.000', '2000-01-01T00:00:00.000Z'],
  ['America/New_York', '2000-01-01T00:00:00.000', '2000-01-01T05:00:00.000Z'],
  ['America/New_York', '2000-02-29T12:00:00.000', '2000-02-29T17:00:00.000Z'],
  ['America/New_York', '2100-07-01T12:00:00.000', '2100-07-01T16:00:00.000Z'],
  ['America/New_York', '2100-12-31T23:59:59.999', '2101-01-01T04:59:59.999Z'],
  ['UTC', '2000-01-01T00:00:00.000', '2000-01-01T00:00:00.000Z'],
  ['UTC', '2100-12-31T23:59:59.999', '2100-12-31T23:59:59.999Z'],
  ['Asia/Kolkata', '2000-01-01T05:30:00.000', '2000-01-01T00:00:00.000Z'],
  ['Asia/Kolkata', '2101-01-01T05:29:59.999', '2100-12-31T23:59:59.999Z'],
]

test.each(clocks)('in %s %s is %s', (timeZone, clock, moment) => {
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

test.each<[name: string]>([
  ['-05:00'],
  ['+05:30'],
  ['-0500'],
  ['+00'],
  ['05:00'],
  ['GMT-5'],
  ['UTC-05:00'],
  ['Z'],
  [''],
  [' '],
  [' UTC'],
  ['UTC '],
  ['America'],
  ['America/'],
  ['/America/New_York'],
  ['America/Boston'],
  ['America/New York'],
  ['New_York'],
  ['Eastern'],
  ['constructor'],
  ['__proto__'],
  ['\ud800'],
  ['🕐'],
])('%p is no time zone', (name) => expect(isTimeZone(name)).toBe(false))

test('a name of 100,000 characters is no time zone', () => expect(isTimeZone('A'.repeat(100_000))).toBe(false))

test('an unknown zone is UTC', () => expect(localToUtc(0, 'Nowhere/Land')).toBe(0))

test.each([
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Caracas',
  'Europe/London',
  'Europe/Istanbul',
  'Africa/Casablanca',
  'Antarctica/Troll',
  'Asia/Tehran',
  'Asia/Pyongyang',
  'Australia/Lord_Howe',
  'Pacific/Apia',
])('every clock change of %s from 2000 to 2037 is reckoned with', (timeZone) => {
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
  ['America/New_York', 76],
  ['Australia/Lord_Howe', 76],
  ['Asia/Pyongyang', 2],
  ['Asia/Kolkata', 0],
])('the reckoning of %s finds its %i changes', (timeZone, count) => expect(changesOf(timeZone)).toHaveLength(count))

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
