import { createIngest } from '../../../build/runtime/ingest'
import { rulesWith } from '../../../build/runtime/rules'
import { run, start } from './start'

const consent = (categoryPreferences: unknown) => ({
  type: 'track',
  event: 'Segment Consent Preference Updated',
  userId: 'u',
  context: { consent: { categoryPreferences } },
})

const accepted = [
  { type: 'track', event: 'e', userId: 'u', properties: {} },
  { type: 'identify', anonymousId: 'a', traits: {} },
  { type: 'page', userId: 'u', name: 'n' },
  { type: 'set', collection: 'hotel_rooms', id: 'r', properties: { a: 1, b: null } },
  { type: 'set', collection: 'rooms', id: 5 },
  consent({ advertising: true }),
]

const refused: [object, string][] = [
  [{ type: 'identify' }, 'no_user_anon_id'],
  [{ type: 'identify', userId: 5 }, 'id_not_string'],
  [{ type: 'identify', userId: 'u', anonymousId: {} }, 'id_not_string'],
  [{ type: 'identify', userId: '' }, 'id_not_string'],
  [{ type: 'track', userId: 'u' }, 'event_not_defined'],
  [{ type: 'track', userId: 'u', event: null }, 'event_not_defined'],
  [{ type: 'track', userId: 'u', event: 5 }, 'event_not_string'],
  [{ type: 'track', userId: 'u', event: 'e', properties: [] }, 'properties_not_object'],
  [{ type: 'track', userId: 'u', event: 'e', properties: 'p' }, 'properties_not_object'],
  [{ type: 'identify', userId: 'u', traits: null }, 'traits_not_object'],
  [{ type: 'screen', userId: 'u', name: 5 }, 'name_not_string'],
  [consent(undefined), 'consent_categorypreferences_should_exist'],
  [consent([]), 'consent_categorypreferences_fields_should_be_object'],
  [consent({ advertising: 'yes' }), 'consent_categorypreferences_fields_should_be_bool'],
  [{ type: 'set', collection: 'Rooms', id: 'r' }, 'invalid collection'],
  [{ type: 'set', collection: '_rooms', id: 'r' }, 'invalid collection'],
  [{ type: 'set', collection: 'rooms_', id: 'r' }, 'invalid collection'],
  [{ type: 'set', collection: 'rooms', id: 'r'.repeat(101) }, 'invalid object id'],
  [{ type: 'set', collection: 'rooms', id: 'r', properties: { a: [] } }, 'properties not flat'],
]

const overWire = (call: object) => JSON.parse(JSON.stringify(call))
const ingest = (call: object, rules = {}) => createIngest(rulesWith(rules), () => 0)([JSON.stringify(call)])

test.each(accepted)('%j is accepted', (call) => {
  expect(ingest(call)).toEqual({ calls: [call], discarded: [] })
})

test.each(refused)('%j is discarded: %s', (call, reason) => {
  expect(ingest(call)).toEqual({ calls: [], discarded: [{ call: overWire(call), reason }] })
})

test.each(refused)('%j is accepted without the rule', (call) => {
  expect(ingest(call, { ingest: false })).toEqual({ calls: [overWire(call)], discarded: [] })
})

test('the function never learns of a discarded call', async () => {
  const { status, calls, discarded } = await run(
    "Segment.identify({ userId: 5 }); Segment.track({ event: 'e', userId: 'u', properties: 'p' }); Segment.identify({ userId: 'u' })",
  )
  expect({ status, calls, discarded }).toEqual({
    status: 'ok',
    calls: [{ type: 'identify', userId: 'u' }],
    discarded: [
      { call: { type: 'identify', userId: 5 }, reason: 'id_not_string' },
      { call: { type: 'track', event: 'e', userId: 'u', properties: 'p' }, reason: 'properties_not_object' },
    ],
  })
})

const wrapping = JSON.stringify({ type: 'identify', userId: 'u', traits: { text: '' } }).length
const limit = 32 * 1024 - wrapping

test.each([
  ['x', limit, {}, 1],
  ['x', limit + 1, {}, 0],
  ['é', limit / 2 + 1, {}, 0],
  ['x', limit + 1, { messageLimit: false }, 1],
])('%j, %d times over, with %j: %d sent', async (letter, times, rules, sent) => {
  const text = letter.repeat(times)
  const body = "Segment.identify({ userId: 'u', traits: { text: request.text() } })"
  const { calls, discarded } = await run(body, { body: text }, { rules })
  const call = { type: 'identify', userId: 'u', traits: { text } }
  expect(calls).toEqual(sent === 1 ? [call] : [])
  expect(discarded).toEqual(sent === 1 ? [] : [{ call, reason: 'too large: over 32 KB' }])
})

const hour = 60 * 60 * 1000
const emitId = "function onRequest(request) { Segment.identify({ userId: 'u', messageId: request.text() }) }"

test.each([
  ['24 hours less a moment later', 24 * hour - 1, {}, 0],
  ['24 hours later', 24 * hour, {}, 1],
  ['at once, without the rule', 0, { deduplication: false }, 1],
])('a repeated messageId %s', async (_, later, rules, sent) => {
  let time = 1e12
  const runtime = start(emitId, { now: () => time, rules })
  const first = await runtime.receive({ body: 'm' })
  time += later
  const second = await runtime.receive({ body: 'm' })
  const call = { type: 'identify', userId: 'u', messageId: 'm' }
  expect(first.calls).toEqual([call])
  expect(second.calls).toEqual(sent === 1 ? [call] : [])
  expect(second.discarded).toEqual(sent === 1 ? [] : [{ call, reason: 'duplicate messageId' }])
})

test('duplicates are found within a request, after a timeout, and only by messageId', async () => {
  const code = `function onRequest(request) {
    if (request.text() === 'slow') for (;;);
    Segment.identify({ userId: 'u' })
    Segment.identify({ userId: 'u' })
    Segment.identify({ userId: 'u', messageId: 'm' })
    Segment.track({ event: 'e', userId: 'v', messageId: 'm' })
  }`
  const runtime = start(code, { timeLimitMs: 300 })
  const receipts = [
    await runtime.receive({ body: '' }),
    await runtime.receive({ body: 'slow' }),
    await runtime.receive({ body: '' }),
  ]
  expect(receipts.map(({ calls, discarded }) => [calls.length, discarded.length])).toEqual([
    [3, 1],
    [0, 0],
    [2, 2],
  ])
})
