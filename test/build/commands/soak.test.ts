import type { Bundle } from '../../../build/bundle/bundle'
import { run } from './run'

let mockDamage = ''

/** Builds once, and damages what was built. */
jest.mock('../../../build/bundle/built-function', () => {
  const module = '../../../build/bundle/built-function'
  const { buildFunction } = jest.requireActual<{ buildFunction(): Promise<Bundle> }>(module)
  let built: Promise<Bundle> | undefined
  return {
    async buildFunction(): Promise<Bundle> {
      built ??= buildFunction()
      const bundle = await built
      return { ...bundle, code: `${bundle.code}${mockDamage}` }
    },
  }
})

/** A clock that goes on by a second whenever it is looked at. */
function ticking() {
  let now = 1_000_000_000_000
  return { now: () => (now += 1000), sleep: async () => undefined, firstDelayMs: 0 }
}

afterEach(() => {
  mockDamage = ''
})

/** Makes every call go out as this JavaScript expression of it says. */
function sending(changed: string): string {
  return `
for (const type of ['identify', 'track']) {
  const send = Segment[type].bind(Segment)
  Segment[type] = (call) => send({ ...call, ...${changed} })
}`
}

/** Makes every request end as this JavaScript expression says, in which `handle()` is what the function does. */
function ending(end: string): string {
  return `\nonRequest = ((inner) => async (request, settings) => { const handle = () => inner(request, settings); ${end} })(onRequest)`
}

test('the built function bears repetitions, faults and disorder', async () => {
  const argv = ['soak', 'redelivery', '--events', '300', '--guests', '20', '--seed', '30']
  const { code, stdout, stderr } = await run(argv, { time: ticking() })
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'seed 30\n' })
  expect(stdout.replace(/ +\d+ MiB/, ' … MiB')).toBe(`\
redelivery                                      seed 30
events                                              300
guests                                               20
notifications                                       200
deliveries, out of order                            534
  whole                                             507
  cut off, and rejected                              19
  timed out before the calls were made                1
  timed out after that, so that none was sent         1
  timed out for the sender only, with all sent        6
calls dropped as duplicates                         822
identify calls                                      300
track calls                                         300
  POS Activity                                       28
  Identify Customer                                  44
  Web Registration                                   15
  Referral                                           30
  Check-In                                           29
  Recharge Value                                     42
  Survey Completion                                  29
  Loyalty Registration                                5
  Add/Redeem                                         42
  Session Concluded                                  36
guests joined by their registration                  20
points added                                      5,683
points redeemed                                   2,574
time                                                1 s
events a second                                     300
peak memory … MiB

holds: every event exactly once, one identity for every guest, all points
`)
}, 30_000)

test.each([
  [
    'message ids at random',
    sending('{ messageId: crypto.randomUUID() }'),
    38,
    [
      'event 0 (Referral, guest 1): 4 track calls, expected 1',
      'event 0 (Referral, guest 1): 4 identify calls, expected 1',
    ],
  ],
  [
    'one message id for all events',
    sending("{ messageId: 'one' }"),
    52,
    [
      'guest 0: no registration joins the card to the account',
      'guest 2: no registration joins the card to the account',
    ],
  ],
  [
    'a registration that does not name the card',
    sending('(call.userId && { anonymousId: undefined })'),
    15,
    [
      "event 16 (Web Registration, guest 1): its identify call has nothing for anonymousId, expected the card's",
      "event 17 (Session Concluded, guest 3): its identify call has nothing for anonymousId, expected the card's",
    ],
  ],
  [
    'several anonymous ids of one card',
    sending('(call.anonymousId && { anonymousId: call.messageId })'),
    31,
    ['guest 0: the card has several anonymous ids', 'guest 1: the card has several anonymous ids'],
  ],
  [
    'one anonymous id for all cards',
    sending("(call.anonymousId && { anonymousId: 'card' })"),
    27,
    ['guests 1 and 3 have one anonymous id', 'guests 1 and 0 have one anonymous id'],
  ],
  [
    'user ids that are numbers',
    sending('(call.userId && { userId: Number(call.userId) })'),
    84,
    [
      'a delivery of event 16 (Web Registration, guest 1): a call was discarded: id_not_string',
      'a delivery of event 17 (Session Concluded, guest 3): a call was discarded: id_not_string',
    ],
  ],
  [
    'points that are lost',
    sending('(call.properties && { properties: {} })'),
    2,
    ['guest 0: 0 points added, expected 109', 'guest 0: 0 points redeemed, expected 195.5'],
  ],
  [
    'a kind under another name',
    sending("(call.event === 'Check-In' && { event: 'Visit' })"),
    4,
    [
      'event 11 (Check-In, guest 2): its track call is named otherwise',
      'event 20 (Check-In, guest 1): its track call is named otherwise',
    ],
  ],
  [
    'times of another day',
    sending("{ timestamp: '2025-01-01T00:00:00.000Z' }"),
    102,
    ['a call of type identify belongs to no event', 'a call of type track belongs to no event'],
  ],
  [
    'an error that is swallowed',
    ending('await handle().catch(() => undefined)'),
    1,
    ['a delivery of event 12 (POS Activity, guest 0) ended as ok, expected rejected'],
  ],
  [
    'a warning',
    ending("console.warn('no store'); await handle()"),
    42,
    [
      'a delivery of event 16 (Web Registration, guest 1) logged: no store',
      'a delivery of event 17 (Session Concluded, guest 3) logged: no store',
    ],
  ],
])('%s: the soak fails', async (_, damage, count, firstTwo) => {
  mockDamage = damage
  const argv = ['soak', 'redelivery', '--events', '24', '--guests', '4', '--seed', '5', '--json']
  const { code, stdout } = await run(argv, { time: ticking() })
  const { seed, failed, redelivery } = JSON.parse(stdout)
  const { discrepancies } = redelivery
  const found = { count: discrepancies.count, firstTwo: discrepancies.first.slice(0, 2) }
  expect({ code, seed, failed, ...found }).toEqual({ code: 1, seed: 5, failed: true, count, firstTwo })
})

test('people are told what is wrong, and how to see it again; the clock gives a seed', async () => {
  mockDamage = ending("await handle(); throw new Error('no room')")
  const { code, stdout, stderr } = await run(['soak', 'redelivery', '--events', '24', '--guests', '4'], {
    time: ticking(),
  })
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'seed 1420105145\n' })
  expect(stdout.slice(stdout.indexOf('\n\n'))).toBe(`

FAILED: 87 discrepancies, first of all
  a delivery of event 0 (Referral, guest 2) ended as error (no room), expected ok
  a delivery of event 18 (Survey Completion, guest 2) ended as error (no room), expected ok
  a delivery of event 21 (Survey Completion, guest 3) ended as error (no room), expected ok
  a delivery of event 10 (Referral, guest 1) ended as error (no room), expected ok
  a delivery of event 1 (Add/Redeem, guest 1) ended as error (no room), expected ok
  a delivery of event 17 (Survey Completion, guest 3) ended as error (no room), expected ok
  a delivery of event 9 (POS Activity, guest 3) ended as error (no room), expected ok
  a delivery of event 2 (Check-In, guest 0) ended as error (no room), expected ok
  a delivery of event 19 (Recharge Value, guest 0) ended as error (no room), expected ok
  a delivery of event 11 (Check-In, guest 0) ended as error (no room), expected ok
To see it again: npm run soak -- redelivery --seed 1420105145 --events 24 --guests 4
`)
})

test.each([
  ['--events few', '--events: expected a whole number from 3 to 1000000'],
  ['--events 2', '--events: expected a whole number from 3 to 1000000'],
  ['--guests 0', '--guests: expected a whole number from 1 to 1000000'],
  ['--seed -1', '--seed: expected a whole number from 0 to 2147483647'],
  ['--seed 1.5', '--seed: expected a whole number from 0 to 2147483647'],
  ['speed', 'there is no part speed; the parts are redelivery, backfill'],
  ['--events 300', '300 events are too few for 5000 guests: give --guests 100 or fewer'],
])('soak %s is refused', async (options, message) => {
  expect(await run(['soak', ...options.split(' ')])).toEqual({ code: 2, stdout: '', stderr: `error: ${message}\n` })
})
