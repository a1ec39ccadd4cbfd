import { faults } from '../segment-api'
import { request, send, useSegmentApi } from './use-segment-api'

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

async function textOf(call: string, body?: unknown) {
  const response = await request(api(), call, body)
  return [
    response.status,
    response.headers.get('content-type'),
    response.headers.get('retry-after'),
    await response.text(),
  ]
}

const json = 'application/json'

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

test('a fault happens as often as was asked for, then the next in line does', async () => {
  api().fail('GET /functions/{functionId}', faults.forbidden, 2)
  api().fail('GET /functions/{functionId}', faults.reset)
  const outcomes = []
  for (const id of ['sfnc_1', 'sfnc_2', 'sfnc_3', 'sfnc_4']) outcomes.push(await outcome(`GET /functions/${id}`))
  expect(outcomes).toEqual([403, 403, 'ECONNRESET', 404])
})

test.each([
  [{ retryAfter: 7 }, '7', {}],
  [{ msBeforeNext: 42_000 }, null, { data: { remainingPoints: 0, msBeforeNext: 42_000, consumedPoints: 61 } }],
  [{ retryAfter: 7, msBeforeNext: 1 }, '7', { data: { remainingPoints: 0, msBeforeNext: 1, consumedPoints: 61 } }],
  [{}, null, {}],
])('a rate limit tells its wait: %j', async (wait, retryAfter, data) => {
  api().fail('GET /', faults.rateLimited(wait))
  const errors = [{ type: 'RequestError', message: 'Too many requests', ...data }]
  expect(await textOf('GET /')).toEqual([429, json, retryAfter, JSON.stringify({ errors })])
})

test('a failure says what the test wants', async () => {
  api().fail('GET /', faults.failure(500, 'function invocation failed: x'))
  const body = '{"errors":[{"type":"internal","message":"function invocation failed: x"}]}'
  expect(await textOf('GET /')).toEqual([500, json, null, body])
})

test('a page is no JSON, and neither is an error with a raw newline', async () => {
  api().fail('GET /', faults.htmlPage)
  api().fail('GET /', faults.rawNewline)
  const [status, type, , page] = await textOf('GET /')
  expect([status, type, String(page).split('\n')[0]]).toEqual([502, 'text/html', '<html>'])
  const broken = '{"errors":[{"type":"internal","message":"function invocation failed:\nline 2"}]}'
  expect(await textOf('GET /')).toEqual([500, json, null, broken])
  expect(() => JSON.parse(broken)).toThrow(SyntaxError)
})

test('a call that hangs ends when its caller gives up, or the server is closed', async () => {
  api().fail('POST /functions', faults.hang)
  api().fail('POST /functions', faults.afterwards(faults.hang))
  const caller = new AbortController()
  const first = request(api(), 'POST /functions', create, { signal: caller.signal })
  await arrived(1)
  caller.abort()
  await expect(first).rejects.toThrow('This operation was aborted')
  expect(names()).toEqual([])
  const second = outcome('POST /functions', create)
  await arrived(2)
  expect(names()).toEqual(['Loyalty'])
  await api().close()
  expect(await second).toBe('UND_ERR_SOCKET')
})

test('a sparse answer keeps what a client cannot do without', async () => {
  const fn = api().app.addFunction()
  const source = api().app.addInstance(fn, { name: 'Loyalty' })
  api().fail('GET /functions/{functionId}', faults.sparse)
  api().fail('GET /sources', faults.sparse)
  const { id, catalogId, code, displayName } = { code: '// other', ...fn }
  const { body } = await send(api(), `GET /functions/${id}`)
  expect(body).toEqual({ data: { function: { id, catalogId, resourceType: 'SOURCE', displayName, code } } })
  const { body: list } = await send(api(), 'GET /sources')
  const { writeKeys, slug } = source
  const metadata = {
    ...{ id: catalogId, name: displayName, slug: 'other-function', description: '', logos: { default: '' } },
    ...{ options: [], categories: [], isCloudEventSource: true },
  }
  const sparse = { id: source.id, slug, workspaceId: 'w1', enabled: true, writeKeys, labels: [], metadata }
  expect(list).toEqual({ data: { sources: [sparse], pagination: { current: expect.any(String) } } })
})

test('a verbose answer adds to every object but the user’s own', async () => {
  const settings = { merchantId: '7' }
  const source = api().app.addInstance(api().app.addFunction(), { settings })
  api().fail('GET /sources/{sourceId}', faults.verbose)
  const { body } = await send(api(), `GET /sources/${source.id}`)
  const undocumented = { since: 2031 }
  const metadata = expect.objectContaining({ undocumented })
  const verbose = expect.objectContaining({ id: source.id, undocumented, settings, metadata })
  expect(body).toEqual({ data: { source: verbose, trackingPlanId: null, undocumented }, undocumented })
})

test('errors are neither sparse nor lost', async () => {
  api().fail('GET /functions/{functionId}', faults.sparse)
  const { status, body } = await send(api(), 'GET /functions/sfnc_1')
  expect([status, body]).toEqual([404, { errors: [{ type: 'not-found', message: 'function not found' }] }])
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

/** Waits until so many requests have come in. */
async function arrived(count: number): Promise<void> {
  while (api().requests.length < count) await new Promise(setImmediate)
}
