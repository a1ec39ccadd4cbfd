import type { SegmentCall } from '../../../build/runtime'
import { createDelivery, type DeliveryOptions, type DeliveryOutcome } from '../../../build/tracking-api'
import { faults, startTrackingApi } from '../../fakes/tracking-api'
import { useTrackingApi, writeKey } from '../../fakes/tracking-api/use-tracking-api'

const api = useTrackingApi()
const notes: string[] = []
const waits: number[] = []
const time = { now: () => 0, sleep: async (ms: number) => void waits.push(ms), firstDelayMs: 0 }
const delivered = { kind: 'delivered' }
const malformed = { kind: 'refused', reason: 'Segment answered 400 (invalid_request): malformed, or too large' }

beforeEach(() => {
  notes.length = 0
  waits.length = 0
})
afterEach(() => {
  expect(api().violations).toEqual([])
  expect(notes.join()).not.toContain(writeKey)
})

function delivery(options: Partial<DeliveryOptions> = {}) {
  return createDelivery({ writeKey, url: api().url, time, note: (text) => notes.push(text), ...options })
}

function call(id: string, rest: Partial<SegmentCall> = {}): SegmentCall {
  return { type: 'track', event: 'Check-In', userId: '5', messageId: id, properties: {}, ...rest }
}

const calls = (count: number) => Array.from({ length: count }, (_, index) => call(`m${index}`))
const large = (id: string, letter = 'x') =>
  call(id, { properties: { text: letter.repeat(31_000 / Buffer.byteLength(letter)) } })
const received = () => api().received.map(({ messageId }) => messageId)
const batches = () => api().requests.map(({ messageIds }) => messageIds.length)
const outcomes = () => api().requests.map(({ outcome }) => outcome)

/** The message of the error that a delivery ends with. */
async function complaint(work: Promise<unknown>): Promise<string> {
  const error: Error = await work.then(
    () => expect('the delivery').toBe('failed'),
    (thrown) => thrown,
  )
  expect(error.message).not.toContain(writeKey)
  expect(error.name).toBe('UserError')
  return error.message
}

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
    await delivery({ integrations }).deliver([call('m1', { integrations: { All: true } })])
    expect(api().accepted).toEqual([call('m1', { integrations })])
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

describe('batches', () => {
  test('hold as much as Segment takes, whatever the script', async () => {
    const many = Array.from({ length: 40 }, (_, index) => large(`m${index}`, ['x', 'é', '雪', 'i'][index % 4]))
    expect(await delivery().deliver(many)).toEqual(many.map(() => delivered))
    expect([batches(), outcomes(), received()]).toEqual([
      [15, 15, 10],
      [200, 200, 200],
      many.map(({ messageId }) => messageId),
    ])
  })

  test.each(['x', 'i', 'é', '雪', '"'])('take a call of as many %j as a call may hold, and no more', async (letter) => {
    const most = 32_512
    const empty = Buffer.byteLength(JSON.stringify(call('m1', { properties: { text: '' } })))
    const each = Buffer.byteLength(JSON.stringify(letter)) - 2
    const filled = (count: number) => call('m1', { properties: { text: letter.repeat(count) } })
    const fitting = Math.floor((most - empty) / each)
    expect(await delivery().deliver([filled(fitting), filled(fitting + 1)])).toEqual([
      delivered,
      { kind: 'refused', reason: 'too large: over 32 KB' },
    ])
    expect(received()).toEqual(['m1'])
  })

  test('of nothing but what cannot be sent are not sent', async () => {
    const refused = { kind: 'refused', reason: 'id_not_string' }
    expect(await delivery().deliver([call('m1', { userId: 5 })])).toEqual([refused])
    expect(batches()).toEqual([])
  })

  test('end with what the receiver of the news throws', async () => {
    const work = delivery().deliver([large('a'), ...Array.from({ length: 15 }, () => large('b'))], () => {
      throw new Error('the disk is full')
    })
    await expect(work).rejects.toThrow('the disk is full')
    expect(batches()).toEqual([15])
  })

  test('of none there are none', async () => {
    expect([await delivery().deliver([]), batches()]).toEqual([[], []])
  })

  test('are sent one after the other, and those of another delivery beside them', async () => {
    let letGo: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    api().fail(faults.slow(held))
    const lanes = delivery()
    const first = lanes.deliver([...Array.from({ length: 16 }, (_, index) => large(`a${index}`))])
    while (api().requests.length === 0) await new Promise(setImmediate)
    await lanes.deliver([call('b')])
    expect(batches()).toEqual([15, 1])
    letGo()
    await first
    expect([batches(), received().slice(-2)]).toEqual([
      [15, 1, 1],
      ['b', 'a15'],
    ])
  })

  test('arrive, whatever goes wrong, and those of each delivery in their order', async () => {
    for (const fault of [faults.lostAnswer, faults.rateLimited(1), faults.reset, faults.failure(413)])
      api().fail(fault, 3)
    const lanes = ['a', 'b', 'c', 'd'].map((lane) => Array.from({ length: 20 }, (_, index) => large(`${lane}${index}`)))
    const shared = delivery()
    const results = await Promise.all(lanes.map((lane) => shared.deliver(lane)))
    expect(results).toEqual(lanes.map((lane) => lane.map(() => delivered)))
    for (const lane of lanes) {
      const ids = lane.map(({ messageId }) => messageId)
      expect(received().filter((id) => ids.includes(id))).toEqual(ids)
    }
    expect(notes).toHaveLength(9)
  })

  test('under way are waited for at the end', async () => {
    const closing = delivery()
    const work = closing.deliver([call('m1')])
    await closing.close()
    expect([received(), await work]).toEqual([['m1'], [delivered]])
  })
})

describe('a batch that Segment refuses', () => {
  test.each<[number, readonly number[]]>([
    [1, [0]],
    [2, [1]],
    [7, [3]],
    [7, [0, 6]],
    [4, [0, 1, 2, 3]],
  ])('of %i calls loses those at %j alone, and the order stays', async (count, bad) => {
    for (const index of bad) api().refuse(`m${index}`)
    const confirmed: number[] = []
    const result = await delivery().deliver(calls(count), (index) => confirmed.push(index))
    expect(result).toEqual(calls(count).map((_, index) => (bad.includes(index) ? malformed : delivered)))
    expect(confirmed).toEqual(calls(count).map((_, index) => index))
    expect(received()).toEqual(calls(count).flatMap(({ messageId }, index) => (bad.includes(index) ? [] : [messageId])))
  })

  test('as too large is parted as well', async () => {
    api().fail(faults.failure(413))
    expect(await delivery().deliver(calls(3))).toEqual([delivered, delivered, delivered])
    expect(batches()).toEqual([3, 2, 1])
  })

  test('is reported without what Segment says in sentences, which may quote a guest', async () => {
    api().fail({ isDone: false, replace: () => ({ status: 400, body: { code: 'for Ada Lovelace', message: 'Ada' } }) })
    const reason = 'Segment answered 400: malformed, or too large'
    expect(await delivery().deliver([call('m1')])).toEqual([{ kind: 'refused', reason }])
  })
})

describe('trying again', () => {
  test.each([
    ['a rate limit, after the wait it asks for', faults.rateLimited(7), [7000]],
    ['a rate limit, after a day when it asks for longer', faults.rateLimited(9_999_999_999), [86_400_000]],
    ['a rate limit without a wait', faults.rateLimited(), []],
    ['a rate limit by its other header', faults.failure(429, { 'X-RateLimit-Reset': '3' }), [3000]],
    ['an unreadable wait', faults.failure(429, { 'Retry-After': 'soon' }), []],
    ['a fault of Segment', faults.failure(500), []],
    ['a timeout of Segment', faults.failure(408), []],
    ['a fault of a gateway', faults.failure(503, { 'Retry-After': '2' }), [2000]],
    ['a reset', faults.reset, []],
    ['a lost answer', faults.lostAnswer, []],
  ])('passes %s, and nothing is lost or out of order', async (_, fault, expected) => {
    api().fail(fault, 2)
    expect(await delivery().deliver(calls(3))).toEqual([delivered, delivered, delivered])
    expect(received()).toEqual(['m0', 'm1', 'm2'])
    expect(waits).toEqual([...expected, ...expected])
    expect(notes).toHaveLength(2)
  })

  test('says what happens', async () => {
    api().fail(faults.rateLimited(7))
    api().fail(faults.reset)
    await delivery().deliver([call('m1')])
    expect(notes).toEqual([
      'POST /v1/batch: Segment answered 429; trying again in 7 s, as Segment asks (1 of 10)',
      `POST /v1/batch: no answer from ${new URL(api().url).host}, ECONNRESET; trying again (2 of 10)`,
    ])
  })

  test('ends after ten times, and what was confirmed until then is known', async () => {
    const known: [number, DeliveryOutcome][] = []
    const many = Array.from({ length: 16 }, (_, index) => large(`m${index}`))
    const work = delivery().deliver(many, (...one) => {
      known.push(one)
      if (known.length === 15) api().fail(faults.failure(503), 11)
    })
    expect(await complaint(work)).toBe(
      'POST /v1/batch: Segment answered 503; Segment has a problem; run the command again later to go on',
    )
    expect(known).toEqual(many.slice(0, 15).map((_, index) => [index, delivered]))
    expect(notes).toHaveLength(10)
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
      'Segment answered 302; the tracking API does not',
    ],
    ['a log-in page', faults.htmlPage, 'Segment answered 200; the tracking API does not answer so'],
  ])('%s ends the delivery at once', async (_, fault, expected) => {
    api().fail(fault)
    expect(await complaint(delivery().deliver([call('m1')]))).toContain(`POST /v1/batch: ${expected}`)
    expect([received(), notes]).toEqual([[], []])
  })

  test('another write key is refused', async () => {
    const work = delivery({ writeKey: 'another' }).deliver([call('m1')])
    expect(await complaint(work)).toContain('check SEGMENT_WRITE_KEY')
  })

  test('a server that is gone is reported', async () => {
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

describe('time', () => {
  const timeout = AbortSignal.timeout
  afterEach(() => {
    AbortSignal.timeout = timeout
  })

  test('is limited for each request, and what hangs is sent again', async () => {
    const limits: number[] = []
    const first = new AbortController()
    AbortSignal.timeout = (ms) => (limits.push(ms) === 1 ? first : new AbortController()).signal
    api().fail(faults.afterwards(faults.hang))
    const work = delivery().deliver([call('m1')])
    while (api().requests.length === 0) await new Promise(setImmediate)
    first.abort(new DOMException('late', 'TimeoutError'))
    expect(await work).toEqual([delivered])
    expect([limits, received(), api().accepted.length]).toEqual([[30_000, 30_000], ['m1'], 2])
    expect(notes[0]).toContain('the time limit passed; trying again (1 of 10)')
  })
})

describe('a signal', () => {
  const message = 'stopped before Segment answered; run the command again to go on'

  test('ends a request that is under way', async () => {
    const stop = new AbortController()
    api().fail(faults.hang)
    const work = delivery({ signal: stop.signal }).deliver([call('m1')])
    while (api().requests.length === 0) await new Promise(setImmediate)
    stop.abort()
    expect([await complaint(work), notes]).toEqual([message, []])
  })

  test('ends a wait, after which nothing is sent', async () => {
    const stop = new AbortController()
    let wake: () => void = () => undefined
    const sleep = () =>
      new Promise<void>((resolve) => {
        wake = resolve
        stop.abort()
      })
    api().fail(faults.rateLimited(3600))
    const stopping = delivery({ signal: stop.signal, time: { ...time, sleep } })
    expect(await complaint(stopping.deliver([call('m1')]))).toBe(message)
    wake()
    await stopping.close()
    expect(outcomes()).toEqual([429])
  })

  test('that was given before sends nothing', async () => {
    const work = delivery({ signal: AbortSignal.abort() }).deliver([call('m1')])
    expect([await complaint(work), outcomes()]).toEqual([message, []])
  })
})
