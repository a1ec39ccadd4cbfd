import { faults } from '../segment-api'
import { request, useSegmentApi } from './use-segment-api'

const api = useSegmentApi()
const code = 'async function onRequest() {}'
const create = { code, displayName: 'Loyalty', resourceType: 'SOURCE' }
const names = () => api().state.functions.map(({ displayName }) => displayName)

/** What became of a call: its status, or how the connection ended. */
async function outcome(call: string, body?: unknown): Promise<number | string> {
  return request(api(), call, body).then(
    ({ status }) => status,
    ({ cause }: Error) => (cause as NodeJS.ErrnoException).code ?? 'none', // fetch names the cause
  )
}

test.each([
  ['a reset', faults.reset, 'ECONNRESET', []],
  ['a reset after the work', faults.afterwards(faults.reset), 'ECONNRESET', ['Loyalty']],
  ['403', faults.forbidden, 403, []],
  ['413', faults.failure(413), 413, []],
  ['429', faults.rateLimited(), 429, []],
  ['500', faults.failure(500), 500, []],
  ['500 after the work', faults.afterwards(faults.failure(500)), 500, ['Loyalty']],
  ['503', faults.failure(503), 503, []],
  ["a proxy's page", faults.htmlPage, 502, []],
  ['an answer with less', faults.sparse, 200, ['Loyalty']],
  ['an answer with more', faults.verbose, 200, ['Loyalty']],
])('%s happens to the next call of a route, and to no other', async (_name, fault, expected, left) => {
  api().fail('POST /functions', fault)
  expect(await outcome('GET /functions?resourceType=SOURCE')).toBe(200)
  expect([await outcome('POST /functions', create), names()]).toEqual([expected, left])
  expect([await outcome('POST /functions', create), names()]).toEqual([200, [...left, 'Loyalty']])
})

test('every call fails once', async () => {
  const fn = api().app.addFunction()
  await outcome('GET /')
  api().failEveryCallOnce(faults.failure(503))
  const calls = ['GET /', `GET /functions/${fn.id}`, `PATCH /functions/${fn.id}`, 'GET /', 'GET /sources']
  const outcomes = []
  for (const call of [...calls, ...calls]) outcomes.push(await outcome(call, call.startsWith('PATCH') ? {} : undefined))
  expect(outcomes).toEqual([503, 503, 503, 200, 503, 200, 200, 200, 200, 200])
})

describe('an interruption', () => {
  /** Reads and writes alternately; the second write is refused, so it is none. */
  async function run(): Promise<(number | string)[]> {
    const outcomes = []
    for (const name of ['one', undefined, 'two', 'three']) {
      outcomes.push(await outcome('GET /'), await outcome('POST /functions', { ...create, displayName: name }))
    }
    return outcomes
  }
  const cut = 'ECONNRESET'

  test.each([
    [0, false, [200, cut, cut, cut, cut, cut, cut, cut], []],
    [1, false, [200, 200, 200, cut, cut, cut, cut, cut], ['one']],
    [2, false, [200, 200, 200, 422, 200, 200, 200, cut], ['one', 'two']],
    [3, false, [200, 200, 200, 422, 200, 200, 200, 200], ['one', 'two', 'three']],
    [1, true, [200, cut, cut, cut, cut, cut, cut, cut], ['one']],
    [3, true, [200, 200, 200, 422, 200, 200, 200, cut], ['one', 'two', 'three']],
  ])('after %d writes, answer lost: %s', async (writes, isAnswerLost, outcomes, left) => {
    api().interruptAfter(writes, { isAnswerLost })
    expect([await run(), names()]).toEqual([outcomes, left])
  })

  test('ends, as does all that was planned', async () => {
    api().interruptAfter(0)
    api().fail('GET /', faults.forbidden, 9)
    api().failEveryCallOnce(faults.forbidden)
    expect(await outcome('POST /functions', create)).toBe(cut)
    api().recover()
    expect([await outcome('POST /functions', create), await outcome('GET /')]).toEqual([200, 200])
  })
})
