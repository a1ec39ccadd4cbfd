import { onRequest } from '../../functions/on-request'
import { installSegmentGlobals } from '../segment-globals'
import type { Members } from './property-run'

const recorded = installSegmentGlobals()
const formType = 'application/x-www-form-urlencoded'

/** How much more a request four times as large may take. Time that grows with the square takes 16 times as much. */
const mostOfSteps = 4.5
const mostOfTime = 9

/** Runs a request of the sources and gives the names of its track calls. */
async function run(json: () => unknown, text = '', contentType = 'application/json', settings: Members = {}) {
  recorded.clear()
  const headers = new Headers({ 'content-type': contentType })
  await onRequest({ headers, url: new URL('https://localhost/webhook'), json, text: () => text }, settings)
  return recorded.calls.filter(({ type }) => type === 'track').length
}

/** A value that counts how often anything in it is looked at. */
function counting(value: unknown, count: () => void): unknown {
  if (typeof value !== 'object' || value === null) return value
  return new Proxy(value, {
    get(target, key, receiver) {
      count()
      return counting(Reflect.get(target, key, receiver), count)
    },
    ownKeys(target) {
      const keys = Reflect.ownKeys(target)
      for (const _ of keys) count()
      return keys
    },
  })
}

/** How many looks at a body one request takes. */
async function stepsFor(body: unknown, tracks: number, settings: Members): Promise<number> {
  let steps = 0
  const counted = counting(body, () => {
    steps++
  })
  expect(await run(() => counted, '', 'application/json', settings)).toBe(tracks)
  return steps
}

/** The processor's time that a request of this text takes. */
async function timeFor(text: string, contentType: string, settings: Members): Promise<number> {
  const before = process.cpuUsage()
  // A body that is refused takes its time, too.
  await run(() => JSON.parse(text), text, contentType, settings).catch(() => 0)
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/** How much more time the one text takes than the other, by the best of up to six tries of each. */
async function timesAsMuch(large: string, small: string, contentType: string, settings: Members): Promise<number> {
  const times = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY }
  for (let round = 0; round < 6; round++) {
    times.small = Math.min(times.small, await timeFor(small, contentType, settings))
    times.large = Math.min(times.large, await timeFor(large, contentType, settings))
    // What disturbs a machine makes a try longer, never shorter, so two good ones are enough.
    if (round >= 1 && times.large / times.small < mostOfTime) break
  }
  return times.large / times.small
}

const numbered = (count: number, make: (index: number) => readonly [string, unknown]): Members =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => make(index)))
const guest = { event: 'Check-In', accountId: 5 }
/** A name in many ways: the digits of a number tell how many underscores stand after each of its first letters. */
const spelling = (name: string, index: number): string =>
  [...name].map((letter, at) => letter + '_'.repeat(Math.floor(index / 12 ** at) % 12)).join('')

describe.each<[setting: string, settings: Members]>([
  ['no settings', {}],
  ['kept bodies', { keepBodies: 'all', omit: ['birthday'] }],
])('with %s, four times the body takes four times the looks at it:', (_, settings) => {
  const perEvent = settings.keepBodies === undefined ? 1 : 2
  test.each<[sentence: string, large: number, body: (count: number) => unknown, events: (count: number) => number]>([
    [
      '4,000 wallets by code',
      4000,
      (count) => ({ ...guest, wallets: numbered(count, (at) => [`${at}`, at]) }),
      () => 1,
    ],
    [
      '4,000 wallets in a list',
      4000,
      (count) => ({ ...guest, wallets: Array.from({ length: count }, (_, at) => ({ code: at, balance: at })) }),
      () => 1,
    ],
    [
      'one name spelt in 4,000 ways',
      4000,
      (count) => ({ ...guest, ...numbered(count, (at) => [spelling('phone', at), 'x']) }),
      () => 1,
    ],
    [
      'one section spelt in 4,000 ways',
      4000,
      (count) => ({ ...guest, ...numbered(count, (at) => [spelling('guest', at), { a: 1 }]) }),
      () => 1,
    ],
    [
      'one card number spelt in 4,000 ways beside the data of a payment',
      4000,
      (count) => ({
        ...guest,
        card: { ...numbered(count, (at) => [spelling('cardnumber', at), at]), processorAuthCode: 1 },
      }),
      () => 1,
    ],
    ['12,000 unknown keys', 12_000, (count) => ({ ...guest, ...numbered(count, (at) => [`k${at}`, at]) }), () => 1],
    [
      '200 events inside an envelope with 200 wallets',
      200,
      (count) => ({
        wallets: numbered(count, (at) => [`${at}`, at]),
        events: Array.from({ length: count }, (_, at) => ({ ...guest, accountId: at + 1 })),
      }),
      (count) => count,
    ],
    [
      '200 events inside an envelope with 2,000 unknown keys',
      200,
      (count) => ({
        ...numbered(count * 10, (at) => [`k${at}`, at]),
        events: Array.from({ length: count }, (_, at) => ({ ...guest, accountId: at + 1 })),
      }),
      (count) => count,
    ],
    [
      '200 events of nobody inside an envelope that belongs to each',
      200,
      (count) => ({ userId: 'U-1', events: Array.from({ length: count }, () => ({ event: 'Check-In' })) }),
      (count) => count,
    ],
  ])('%s', async (_, large, body, events) => {
    const small = large / 4
    const few = await stepsFor(body(small), events(small) * perEvent, settings)
    const many = await stepsFor(body(large), events(large) * perEvent, settings)
    expect(few).toBeGreaterThan(small)
    expect(many / few).toBeLessThan(mostOfSteps)
  })
})

const fields = (count: number, field: (index: number) => string): string =>
  `event=Check-In&accountId=5${Array.from({ length: count }, (_, index) => field(index)).join('')}`
/** Lists of one guest under spellings of `data`, and around them as many ids that nobody can read. */
const wrapped = (count: number): string => {
  const around = numbered(count, (at) => [spelling('userid', at), { a: 1 }])
  return JSON.stringify({ ...guest, ...around, ...numbered(count, (at) => [spelling('data', at), [{ userId: 'a' }]]) })
}
const keyed = (key: string): string => JSON.stringify({ ...guest, [key]: 1 })

// What a text holds cannot be counted, so the times of two runs are compared.
test.each<[sentence: string, large: number, text: (count: number) => string, contentType: string]>([
  ['60,000 form fields', 60_000, (count) => fields(count, (at) => `&k${at}=1`), formType],
  ['60,000 form fields of one name', 60_000, (count) => fields(count, () => '&k=1'), formType],
  ['60,000 form fields in one list', 60_000, (count) => fields(count, (at) => `&k[${at}]=1`), formType],
  [
    'a form field nested without end',
    500_000,
    (count) => `${fields(0, () => '')}&k${'[a]'.repeat(count / 4)}=1`,
    formType,
  ],
  ['a form field of open brackets', 500_000, (count) => `${fields(0, () => '')}&k${'['.repeat(count)}=1`, formType],
  ['a wrapper and a guest spelt in 4,000 ways each', 4000, wrapped, 'application/json'],
  ['a key of 500 KB', 500_000, (count) => keyed('k'.repeat(count)), 'application/json'],
  ['a key of underscores', 500_000, (count) => keyed('_'.repeat(count)), 'application/json'],
  ['a key of words', 500_000, (count) => keyed('aB '.repeat(count / 3)), 'application/json'],
  [
    'a text of digits',
    500_000,
    (count) => JSON.stringify({ ...guest, note: '1 '.repeat(count / 2) }),
    'application/json',
  ],
  [
    'a text of open braces',
    500_000,
    (count) => JSON.stringify({ ...guest, note: '{'.repeat(count) }),
    'application/json',
  ],
])(
  'four times the text takes about four times the time, and never sixteen times: %s',
  async (_, large, text, contentType) => {
    const settings = { keepBodies: 'all', omit: ['birthday'] }
    expect(await timesAsMuch(text(large), text(large / 4), contentType, settings)).toBeLessThan(mostOfTime)
  },
)
