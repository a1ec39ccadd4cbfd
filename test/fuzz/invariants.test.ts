import { wrongMoment } from './clocks'
import type { Edit } from './edits'
import { invariants } from './invariants'
import type { Scenario } from './scenario'
import { runTrial } from './trial'
import { loadTried } from './tried-function'

const change: Edit = { kind: 'retype', at: 3, pick: 0, key: '', value: 'GU3ST2' }
const scenario: Scenario = {
  body: { eventType: 'Check-In', userId: 'U-1', firstName: 'GU3ST1', pin: 'S3CR3T' },
  sentAs: 'json',
  query: {},
  settings: {},
  order: 3,
  delivery: { attempt: 2 },
  change,
  ownIds: undefined,
}

/** A correct function with a fault before its call, after it, or in a part of it. */
function faulty({ first = '', last = '', ...parts }: Readonly<Record<string, string>>): string {
  const call = {
    event: "'Check-In'",
    userId: 'event.userId',
    properties: '{}',
    context: "{ library: { name: 'n', version: 'v' } }",
    messageId: 'uuid(Object.entries(event).filter(([key]) => key !== "zzUnknown").sort())',
    ...parts,
  }
  const members = Object.entries(call).map(([name, value]) => `${name}: ${value}`)
  return `
    const hash = (value) => crypto.createHash('sha256').update(JSON.stringify(value)).digest('hex')
    const uuid = (value) => hash(value).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-4$3-a$4-$5')
    async function onRequest(request) {
      const body = request.json()
      const { pin, attempt, ...event } = body
      ${first}
      Segment.track({ ${members.join(', ')} })
      ${last}
    }`
}

async function brokenBy(code: string, around: Partial<Scenario> = {}): Promise<readonly string[]> {
  const trial = await runTrial({ ...scenario, ...around }, loadTried(code), code)
  return invariants.filter(({ check }) => check(trial) !== undefined).map(({ name }) => name)
}

const thrown = 'only Segment’s own error types are thrown'
const emitted = 'a request that throws emits nothing, one that does not something'
const leak = 'no message and no log holds a value of the body'
const secret = 'what is never emitted is nowhere in calls, messages and logs'
const order = 'the order of keys changes nothing'
const modified = 'the body is not modified'
const types = 'every property and trait has its one type'
const ids = 'every id is a string that is not blank'
const size = 'every call has at most 32,000 bytes'
const ingest = 'every call is accepted on ingest'
const redelivery = 'a second delivery has the same message ids'
const extended = 'a key that nobody knows changes nothing but message ids'
const distinct = 'two different events never share a message id'

test('a function that does as it should breaks nothing', async () => {
  expect(await brokenBy(faulty({}))).toEqual([])
})

test('a short key may be in the words for a shape: "a boolean" quotes no "a b"', async () => {
  const warning = faulty({ first: "console.warn('firstName: expected x, received a ' + typeof true)" })
  expect(await brokenBy(warning, { body: { eventType: 'Check-In', userId: 'U-1', 'a b': 1 } })).toEqual([])
})

type Case = readonly [what: string, parts: Readonly<Record<string, string>>, broken: readonly string[]]

test.each<Case>([
  ['throws a TypeError', { first: "throw new TypeError('no list')" }, [thrown, leak]],
  ['throws after a call', { last: "throw new InvalidEventPayload('body: expected x, received more')" }, [emitted]],
  ['gives no call', { first: 'return' }, [emitted]],
  ['logs a name', { first: "console.warn('firstName: expected x, received a string; ' + event.firstName)" }, [leak]],
  ['quotes a value', { first: 'console.warn(\'userId: expected x, received "U-1"\')' }, [leak]],
  ['quotes another value', { first: "console.warn(event.userId + ': expected x, received a string')" }, [leak]],
  ['sends a PIN', { properties: '{ first_name: pin }' }, [secret]],
  ['sends a key of that name', { properties: '{ wallets_info: { PIN: 5 } }' }, [secret]],
  ['logs a PIN', { first: "console.warn('pin: expected x, received a string; ' + pin)" }, [leak, secret]],
  ['goes by the order of keys', { properties: '{ first_name: Object.keys(event).join() }' }, [order, extended]],
  [
    'logs by the order of keys',
    { first: "for (const key in event) console.warn(key + ': expected x, received null')" },
    [leak, order],
  ],
  ['changes the body', { first: 'body.seen = true' }, [modified]],
  ['sends a number for a text', { properties: '{ first_name: 5 }' }, [types]],
  ['sends an empty text', { properties: "{ first_name: '' }" }, [types]],
  ['sends null', { properties: '{ first_name: null }' }, [types]],
  ['sends what nobody declared', { properties: "{ favourite: 'x' }" }, [types]],
  ['sends an empty list', { properties: '{ added_wallets: [] }' }, [types]],
  ['sends a list of wrong items', { properties: "{ added_wallets: [{ wallet_code: '1', quantity: '2' }] }" }, [types]],
  ['sends a text for a balance', { properties: "{ flat_wallets_info: { '1_balance': '5' } }" }, [types]],
  ['sends a local time', { timestamp: "'2025-07-18T19:04:32'" }, [types]],
  ['sends a blank id', { userId: "' '" }, [ids]],
  ['sends the id of nobody', { userId: "'N/A'" }, [ids]],
  ['sends a message id of its own kind', { messageId: "'m-' + hash(event)" }, [order, ids]],
  [
    'sends 32,001 bytes',
    {
      first: "const [x, y] = ['x'.repeat(8000), 'y'.repeat(7805)]",
      properties: '{ first_name: x, last_name: x, result: x, store_name: y }',
    },
    [size],
  ],
  ['sends a number for an id', { userId: '5' }, [types, ids, ingest]],
  ['takes a second delivery for another event', { messageId: 'uuid(Object.entries(body).sort())' }, [redelivery]],
  ['takes every event for one', { messageId: 'uuid(1)' }, [distinct]],
])('a function that %s is seen', async (_, parts, broken) => {
  expect(await brokenBy(faulty(parts))).toEqual(broken)
})

test.each<[what: string, ownIds: Scenario['ownIds'], messageId: string, broken: readonly string[]]>([
  ['goes by the ids alone, though the guests differ', ['e-1', 'e-1'], 'event.eventId', [distinct]],
  ['goes by the ids', ['e-1', 'e-2'], 'event.eventId', []],
  ['takes two ids for one', ['e-1', 'e-2'], 'event.firstName', [distinct]],
])('of events with ids of their own a function that %s: %j', async (_, ownIds, id, broken) => {
  const code = faulty({ messageId: `uuid(${id})` })
  expect(await brokenBy(code, { ownIds, change: { ...change, at: 2 } })).toEqual(broken)
})

test('a function that takes local times for UTC is seen', async () => {
  const code = `async function onRequest(request) {
    for (const { timestamp } of request.json()) {
      Segment.track({ event: 'Check-In', userId: 'U-1', timestamp: timestamp + '.000Z' })
    }
  }`
  const readings = ['2025-11-02T01:30:00']
  expect(await wrongMoment({ timeZone: 'UTC', readings }, loadTried(code))).toBeUndefined()
  expect(await wrongMoment({ timeZone: 'America/New_York', readings }, loadTried(code))).toBe(
    '2025-11-02T01:30:00 in America/New_York is 2025-11-02T05:30:00.000Z, but became 2025-11-02T01:30:00.000Z',
  )
})
