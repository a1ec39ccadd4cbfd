import { createRuntime, type Runtime } from '../../../build/runtime'
import { run, start } from './start'

const emitBody = 'function onRequest(request) { const { type, ...fields } = request.json(); Segment[type](fields) }'

let warm: Runtime
beforeAll(() => {
  warm = createRuntime(emitBody)
})
afterAll(() => warm.close())

const emit = (call: object) => warm.receive({ body: JSON.stringify(call) })

test.each([
  [{ type: 'track', event: 'e', userId: 'u', properties: { a: 1 } }],
  [{ type: 'identify', userId: 'u', traits: { a: 1 } }],
  [{ type: 'group', groupId: 'g', anonymousId: 'a', traits: { a: 1 } }],
  [{ type: 'page', name: 'n', userId: 'u', properties: { a: 1 } }],
  [{ type: 'screen', name: 'n', userId: 'u', properties: { a: 1 } }],
  [{ type: 'alias', previousId: 'p', userId: 'u' }],
  [{ type: 'set', collection: 'rooms', id: 'r1', properties: { a: 1 } }],
  [
    {
      type: 'identify',
      userId: 'u',
      anonymousId: 'a',
      messageId: 'm',
      timestamp: 't',
      sentAt: 's',
      context: { a: 1 },
      integrations: { All: true },
    },
  ],
])('%j is sent as it is', async (call) => {
  expect((await emit(call)).calls).toEqual([call])
})

const identity = 'One of userId,anonymousId is required but not defined'

test.each([
  [{ type: 'track', userId: 'u' }, 'event is required but not defined'],
  [{ type: 'track', event: '', userId: 'u' }, 'event is required but not defined'],
  [{ type: 'track', event: 'e' }, identity],
  [{ type: 'track', event: 'e', userId: 0, anonymousId: '' }, identity],
  [{ type: 'identify' }, identity],
  [{ type: 'group', userId: 'u' }, 'groupId is required but not defined'],
  [{ type: 'group', groupId: 'g' }, identity],
  [{ type: 'page' }, identity],
  [{ type: 'screen' }, identity],
  [{ type: 'alias', userId: 'u' }, 'previousId is required but not defined'],
  [{ type: 'alias', previousId: 'p' }, identity],
  [{ type: 'set', id: 'i' }, 'collection is required but not defined'],
  [{ type: 'set', collection: 'c' }, 'id is required but not defined'],
])('%j is invalid', async (call, message) => {
  const { status, calls, error } = await emit(call)
  expect([status, calls, error]).toEqual(['rejected', [], { name: 'ValidationError', message }])
})

test('unknown and empty fields are dropped', async () => {
  const call = {
    type: 'page',
    userId: 'u',
    name: '',
    category: 'c',
    receivedAt: 'r',
    channel: 'server',
    context: null,
    traits: {},
  }
  expect((await emit(call)).calls).toEqual([{ type: 'page', userId: 'u' }])
})

test('null and 0 pass as required values', async () => {
  const { calls } = await start(emitBody, { rules: { ingest: false } }).receive({
    body: '{"type":"track","event":null,"userId":7}',
  })
  expect(calls).toEqual([{ type: 'track', event: null, userId: 7 }])
})

test('without the rule nothing is validated', async () => {
  const options = { rules: { validation: false, ingest: false } }
  expect((await run('Segment.track({})', {}, options)).calls).toEqual([{ type: 'track' }])
})

test('without the rule unknown fields are kept', async () => {
  const code = "Segment.track({ event: 'e', userId: 'u', channel: 'server', type: 'x' })"
  const { calls } = await run(code, {}, { rules: { knownFields: false } })
  expect(calls).toEqual([{ type: 'track', event: 'e', userId: 'u', channel: 'server' }])
})

const changeLater = `
  const fields = { event: 'e', userId: 'u', properties: { a: { b: 1 } }, context: { a: { b: 1 } }, integrations: { a: [1] } }
  Segment.track(fields)
  fields.properties.a.b = fields.context.a.b = fields.integrations.a[0] = 2
  fields.userId = 'other'`

test.each([
  [true, 2],
  [false, 1],
])('with byReference %j, a property changed after the call is %d', async (byReference, b) => {
  const call = {
    type: 'track',
    event: 'e',
    userId: 'u',
    properties: { a: { b } },
    context: { a: { b: 1 } },
    integrations: { a: [1] },
  }
  expect((await run(changeLater, {}, { rules: { byReference } })).calls).toEqual([call])
})

test('what goes over the wire is JSON', async () => {
  const values =
    "{ date: new Date(0), none: undefined, call() {}, nan: NaN, buffer: Buffer.from('a'), map: new Map([[1, 2]]) }"
  const { calls } = await run(
    `Segment.identify({ userId: 'u', traits: ${values}, context: ${values}, timestamp: new Date(0) })`,
  )
  const written = { date: '1970-01-01T00:00:00.000Z', nan: null, buffer: { type: 'Buffer', data: [97] }, map: {} }
  expect(calls).toEqual([
    { type: 'identify', userId: 'u', traits: written, context: written, timestamp: '1970-01-01T00:00:00.000Z' },
  ])
})

test('a call that cannot be written as JSON fails the request', async () => {
  const { status, error } = await run("Segment.identify({ userId: 'u', traits: { a: 1n } })")
  expect([status, error]).toEqual(['error', { name: 'TypeError', message: 'Do not know how to serialize a BigInt' }])
})

test('a call returns its message, and takes frozen input', async () => {
  const { logs, calls } = await run(
    "console.log(JSON.stringify(Segment.identify(Object.freeze({ userId: 'u', context: Object.freeze({ a: 1 }) }))))",
  )
  expect(logs).toEqual([{ level: 'log', text: JSON.stringify(calls[0]) }])
})

test.each([
  ['without its receiver', "const { track } = Segment; track({ event: 'e', userId: 'u' })"],
  ['without an argument', 'Segment.track()'],
])('a call %s is a TypeError', async (_, body) => {
  const { status, error } = await run(body)
  expect([status, error?.name]).toEqual(['error', 'TypeError'])
})

const emitThenThrow = `
  function onRequest(request) {
    Segment.identify({ userId: request.text() })
    if (request.text() === 'bad') throw new Error('no')
  }`

test.each([
  ['are discarded', {}, [], ['good']],
  ['are sent without discardAfterThrow', { discardAfterThrow: false }, ['bad'], ['good']],
  ['go out with the next request with leakAfterThrow', { leakAfterThrow: true }, [], ['bad', 'good']],
])('calls before a throw %s', async (_, rules, first, second) => {
  const runtime = start(emitThenThrow, { rules })
  const receipts = [await runtime.receive({ body: 'bad' }), await runtime.receive({ body: 'good' })]
  expect(receipts.map(({ calls }) => calls.map(({ userId }) => userId))).toEqual([first, second])
})
