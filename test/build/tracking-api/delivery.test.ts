import type { SegmentCall } from '../../../build/runtime'
import { prepare } from '../../../build/tracking-api'
import { faults, startTrackingApi } from '../../fakes/tracking-api'
import { writeKey } from '../../fakes/tracking-api/use-tracking-api'
import { call, complaint, delivered, useDelivery } from './use-delivery'

const { api, notes, delivery, received, outcomes } = useDelivery()

describe('a call', () => {
  const context = { library: { name: 'paytronix-segment-source', version: '0.1.0' }, traits: { firstName: 'Ada' } }

  test.each<[string, SegmentCall]>([
    [
      'of track',
      call('m1', { timestamp: '2019-03-04T05:06:07.000Z', context, properties: { a: [1, null, { b: 'é' }] } }),
    ],
    [
      'of identify',
      { type: 'identify', userId: '5', anonymousId: 'a', messageId: 'm1', traits: { email: 'a@b.c' }, context },
    ],
    ['without a time, without a context', call('m1')],
    ['with half a character', call('m1', { properties: { text: '\ud83d' } })],
    ['with integrations of its own', call('m1', { integrations: { All: false } })],
    ['of page', { type: 'page', name: 'Home', userId: '5', messageId: 'm1' }],
    ['of screen', { type: 'screen', name: 'Home', userId: '5', messageId: 'm1' }],
    ['of group', { type: 'group', groupId: 'g', userId: '5', messageId: 'm1' }],
    ['of alias', { type: 'alias', previousId: 'p', userId: '5', messageId: 'm1' }],
  ])('%s arrives as the function made it', async (_, made) => {
    const before = structuredClone(made)
    expect(await delivery().deliver([made])).toEqual([delivered])
    expect(api().accepted).toEqual([before])
    expect(made).toEqual(before)
  })

  test('has the integrations that are asked for', async () => {
    const integrations = { All: false, Warehouses: { all: true } }
    const { json } = prepare(call('m1', { integrations: { All: true } }), integrations)
    expect(JSON.parse(String(json))).toEqual(call('m1', { integrations }))
  })

  test.each<[string, SegmentCall, string]>([
    ['of set', { type: 'set', collection: 'rooms', id: '1' }, 'Segment.set calls belong to the Objects API'],
    ['that is too large', call('bad', { properties: { text: 'x'.repeat(33_000) } }), 'too large: over 32 KB'],
    ['without an identity', { type: 'track', event: 'A', messageId: 'bad' }, 'no_user_anon_id'],
    ['with a number for an identity', call('bad', { userId: 5 }), 'id_not_string'],
    ['with a list of properties', call('bad', { properties: [] }), 'properties_not_object'],
  ])('%s is not sent, and the others are', async (_, bad, reason) => {
    const refused = { kind: 'refused', reason }
    const confirmed: unknown[] = []
    const made = [call('m1'), bad, call('m2')]
    expect(await delivery().deliver(made, (...one) => confirmed.push(one))).toEqual([delivered, refused, delivered])
    expect(confirmed).toEqual([delivered, refused, delivered].map((outcome, index) => [index, outcome]))
    expect([received(), outcomes()]).toEqual([['m1', 'm2'], [200]])
  })
})

describe('what does not pass', () => {
  test.each([
    ['401', faults.failure(401), 'Segment answered 401; the write key is not valid; check SEGMENT_WRITE_KEY'],
    ['403', faults.failure(403), 'Segment answered 403; the write key is not valid; check SEGMENT_WRITE_KEY'],
    ['404', faults.failure(404), 'Segment answered 404; the tracking API does not answer so'],
    [
      'a redirect',
      faults.failure(302, { Location: 'http://127.0.0.1:1/' }),
      'redirected to 127.0.0.1:1 (302), which is not followed, because only 127.0.0.1:',
    ],
    [
      'a log-in page',
      faults.htmlPage,
      'the answer was 200 with a page "Log in", probably of a proxy; the tracking API does not answer so',
    ],
  ])('%s ends the delivery at once', async (_, fault, expected) => {
    api().fail(fault)
    expect(await complaint(delivery().deliver([call('m1')]))).toContain(`POST /v1/batch: ${expected}`)
    expect([received(), notes]).toEqual([[], []])
  })

  test('another write key is refused', async () => {
    const work = delivery({ writeKey: 'another' }).deliver([call('m1')])
    expect(await complaint(work)).toContain('check SEGMENT_WRITE_KEY')
  })

  test('a server that is gone is told of', async () => {
    const gone = await startTrackingApi({ writeKey })
    await gone.close()
    const { host } = new URL(gone.url)
    expect(await complaint(delivery({ url: gone.url }).deliver([call('m1')]))).toBe(
      `POST /v1/batch: no answer from ${host}, ECONNREFUSED; check the network and run the command again`,
    )
    expect(notes).toHaveLength(10)
  })
})

test('an address may have a path', async () => {
  const work = delivery({ url: `${api().url}/proxy` }).deliver([call('m1')])
  expect(await complaint(work)).toContain('POST /v1/batch: Segment answered 404')
})
