import type { DeliveryOutcome } from '../../../build/tracking-api'
import { faults } from '../../fakes/tracking-api'
import { call, calls, complaint, delivered, large, useDelivery } from './use-delivery'

const { api, notes, waits, delivery, received } = useDelivery()

describe('trying again', () => {
  test.each([
    ['a rate limit, after the wait it asks for', faults.rateLimited(7), [7000]],
    ['a rate limit, after a day when it asks for longer', faults.rateLimited(9_999_999_999), [86_400_000]],
    ['a rate limit without a wait', faults.rateLimited(), []],
    ['a rate limit by its other header', faults.failure(429, { 'X-RateLimit-Reset': '3' }), [3000]],
    ['a rate limit until a date', faults.failure(429, { 'Retry-After': 'Thu, 01 Jan 1970 00:00:05 GMT' }), [5000]],
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
