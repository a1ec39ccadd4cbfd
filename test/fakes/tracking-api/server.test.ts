import { faults } from '../tracking-api'
import { useTrackingApi, writeKey } from './use-tracking-api'

const api = useTrackingApi()
const track = { type: 'track', event: 'Check-In', userId: '5', messageId: 'm1' }
const identify = { type: 'identify', anonymousId: 'a', messageId: 'm2', traits: {} }
const json = { 'content-type': 'application/json' }
const basic = (key: string) => ({ authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` })

/** What became of a request: its status, or how the connection ended. */
async function post(body: unknown, headers: Record<string, string> = {}, path = '/v1/batch'): Promise<number | string> {
  const init = { method: 'POST', headers: { ...json, ...basic(writeKey), ...headers } }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return fetch(api().url + path, { ...init, body: text }).then(
    ({ status }) => status,
    ({ cause }: Error) => (cause as NodeJS.ErrnoException).code ?? 'none', // fetch names the cause
  )
}

const ids = () => api().accepted.map(({ messageId }) => messageId)
const sized = (bytes: number) => ({ ...track, properties: { text: 'x'.repeat(bytes) } })

test('calls are kept in the order of arrival, and of each message id the first', async () => {
  const again = { ...track, event: 'Again' }
  expect([await post({ batch: [track, identify] }), await post({ batch: [again] })]).toEqual([200, 200])
  expect(api().accepted).toEqual([track, identify, again])
  expect(api().received).toEqual([track, identify])
  expect(api().requests[0]).toEqual({ messageIds: ['m1', 'm2'], bytes: expect.any(Number), outcome: 200 })
  expect(api().violations).toEqual([])
})

test.each<[string, unknown, Record<string, string>, string, number]>([
  ['another address', { batch: [track] }, {}, '/v1/track', 404],
  ['another write key', { batch: [track] }, basic('other'), '/v1/batch', 401],
  ['a write key in the body alone', { batch: [track], writeKey }, { authorization: '' }, '/v1/batch', 401],
  ['another content type', { batch: [track] }, { 'content-type': 'text/plain' }, '/v1/batch', 400],
  ['no JSON', '{"batch":[', {}, '/v1/batch', 400],
  ['no batch', { calls: [track] }, {}, '/v1/batch', 400],
  ['an empty batch', { batch: [] }, {}, '/v1/batch', 400],
  ['a batch over 500 KB', { batch: Array.from({ length: 17 }, () => sized(30_000)) }, {}, '/v1/batch', 400],
  ['a call over 32 KB', { batch: [sized(32_700)] }, {}, '/v1/batch', 400],
])('%s is refused', async (_, body, headers, path, expected) => {
  expect([await post(body, headers, path), ids()]).toEqual([expected, []])
})

test.each([
  ['without a type', { ...track, type: undefined }],
  ['of an unknown type', { ...track, type: 'set' }],
  ['without a message id', { ...track, messageId: undefined }],
  ['without an identity', { ...track, userId: undefined }],
  ['with a number for an identity', { ...track, userId: 5 }],
  ['with an empty identity', { ...track, userId: '' }],
  ['without an event', { ...track, event: undefined }],
  ['with a number for an event', { ...track, event: 5 }],
  ['with a list of properties', { ...track, properties: [] }],
  ['with a text for traits', { ...identify, traits: 'x' }],
  ['with a time without a zone', { ...track, timestamp: '2024-01-02T03:04:05' }],
])('a call %s is refused, and with it its batch', async (_, call) => {
  expect([await post({ batch: [identify, call] }), ids()]).toEqual([400, []])
})

test('a batch of the greatest size is taken in', async () => {
  const batch = Array.from({ length: 16 }, (_, index) => ({ ...sized(31_000), messageId: `${index}` }))
  expect([await post({ batch }), api().received.length]).toEqual([200, 16])
})

test.each([
  ['a reset', faults.reset, 'ECONNRESET', []],
  ['a lost answer', faults.lostAnswer, 'ECONNRESET', ['m1']],
  ['429', faults.rateLimited(7), 429, []],
  ['500', faults.failure(500), 500, []],
  ['401', faults.failure(401), 401, []],
  ['a page of somebody else', faults.htmlPage, 200, []],
])('%s happens to the next request, and to no other', async (_, fault, expected, left) => {
  api().fail(fault)
  expect([await post({ batch: [track] }), ids()]).toEqual([expected, left])
  expect([await post({ batch: [track] }), ids()]).toEqual([200, [...left, 'm1']])
})

test('a call that is to be refused takes its batch with it, until all recovers', async () => {
  api().refuse('m2')
  const outcomes = [await post({ batch: [track, identify] }), await post({ batch: [track] })]
  api().recover()
  expect([...outcomes, await post({ batch: [identify] })]).toEqual([400, 200, 200])
  expect(ids()).toEqual(['m1', 'm2'])
})

test('the write key in the open, and sentAt, break the rules', async () => {
  await post({ batch: [track], writeKey })
  expect(api().violations).toEqual([])
  await post({ batch: [{ ...track, properties: { writeKey: `x${writeKey}` } }], sentAt: '2031-01-01T00:00:00.000Z' })
  expect(api().violations).toEqual([
    'sent the write key in the open: POST /v1/batch',
    'sent sentAt, by which Segment shifts every timestamp',
  ])
})
