import nock from 'nock'
import { createSegmentApi } from '../../../build/segment-api'
import type { ApiError } from '../../../build/segment-api/api-error'

// What nock puts around node:http outlives the file that it was loaded for, unless it is taken away.
afterAll(() => nock.restore())

const url = 'https://api.segmentapis.com'
const token = 'sgp_aTokenForTests'
const waits: number[] = []
const notes: string[] = []
const time = { now: () => 0, sleep: async (ms: number) => void waits.push(ms), firstDelayMs: 0 }
const api = createSegmentApi({ baseUrl: url, token, time, note: (text) => notes.push(text) })
const segment = () => nock(url, { reqheaders: { authorization: `Bearer ${token}`, accept: 'application/json' } })
const source = { id: 'S1', slug: 'paytronix', enabled: true, metadata: { id: 'F1' } }
const limited = (msBeforeNext: number) => ({
  errors: [{ type: 'RequestError', message: 'Slow', data: { msBeforeNext } }],
})

beforeEach(() => {
  waits.length = 0
  notes.length = 0
})
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([])
  nock.cleanAll()
})

/** The message of the error that a call ends with. */
async function complaint(call: Promise<unknown>): Promise<string> {
  const error: ApiError = await call.then(
    () => expect('the call').toBe('refused'),
    (thrown) => thrown,
  )
  expect(error.message + notes.join('')).not.toContain(token)
  return error.message
}

describe('a list', () => {
  test.each([
    ['absent', undefined],
    ['null', null],
  ])('is followed to its end, where the next cursor is %s', async (_, next) => {
    const page = (cursor: object) =>
      segment()
        .get('/sources')
        .query({ 'pagination[count]': '200', ...cursor })
    page({}).reply(200, { data: { sources: [source], pagination: { current: 'a', next: 'b=' } } })
    page({ 'pagination[cursor]': 'b=' }).reply(200, {
      data: { sources: [{ ...source, id: 'S2' }], pagination: { current: 'b=', next } },
    })
    expect((await api.sources.list()).map(({ id }) => id)).toEqual(['S1', 'S2'])
  })

  test.each([
    ['sources', () => api.sources.list(), { settings: null, name: null }, [{ ...source, settings: null, name: null }]],
    ['functions', () => api.functions.named('Mine'), { displayName: null }, []],
    ['tracking-plans', () => api.trackingPlans.findByName('Mine'), { name: null }, undefined],
  ])('of %s bears null for what it may leave out, as others have it', async (path, call, nulls, expected) => {
    const name = path === 'tracking-plans' ? 'trackingPlans' : path
    segment()
      .get(`/${path}`)
      .query(true)
      .reply(200, { data: { [name]: [{ ...source, ...nulls }], pagination: null } })
    expect(await call()).toEqual(expected)
  })

  test('without pagination is one page', async () => {
    segment()
      .get('/sources')
      .query(true)
      .reply(200, { data: { sources: [] } })
    expect(await api.sources.list()).toEqual([])
  })
})

describe('an answer', () => {
  test('keeps no write key', async () => {
    segment()
      .get('/sources/S1')
      .reply(200, { data: { source: { ...source, writeKeys: ['abc'] }, trackingPlanId: null } })
    expect(await api.sources.get('S1')).toEqual({ ...source, trackingPlanId: undefined })
  })

  test('with unescaped line breaks within texts is read', async () => {
    const body = '{\n  "data": {"function": {"id": "sfnc_1", "code": "a \\"b\\"\n\tc"}}\n}'
    segment().get('/functions/sfnc_1').reply(200, body)
    expect(await api.functions.get('sfnc_1')).toMatchObject({ id: 'sfnc_1', code: 'a "b"\n\tc' })
  })

  test.each([
    ['another shape', { data: { function: { id: 7 } } }, 'data.function.id'],
    ['nothing', '', 'JSON'],
  ])('that is %s is reported', async (_, body, expected) => {
    segment().get('/functions/sfnc_1').reply(200, body)
    expect(await complaint(api.functions.get('sfnc_1'))).toBe(
      `GET /functions/sfnc_1: expected ${expected} in Segment's answer, received something else; if this persists, the API has changed`,
    )
  })

  test('that leads elsewhere is not followed, for the token is for this host alone', async () => {
    const elsewhere = nock('https://evil.example').get('/sources/S1').reply(200, { data: { source } })
    segment().get('/sources/S1').reply(302, '', { location: 'https://evil.example/sources/S1' })
    expect(await complaint(api.sources.get('S1'))).toBe(
      'GET /sources/S1: redirected to evil.example (302), which is not followed, because only api.segmentapis.com may get the token; check the proxy and SEGMENT_API_URL',
    )
    expect(elsewhere.isDone()).toBe(false)
    nock.cleanAll()
  })

  test.each([
    [200, '<html><title> Sign in\n</title>', '200 with a page "Sign in", probably'],
    [403, 'Blocked by policy', '403 with a page, probably'],
    [407, '<html>', '407 with a page, probably'],
  ])('of status %j that is the page of a proxy is told as such', async (status, body, expected) => {
    segment().get('/functions/sfnc_1').reply(status, body)
    expect(await complaint(api.functions.get('sfnc_1'))).toBe(
      `GET /functions/sfnc_1: ${expected} from a proxy and not from Segment; check the proxy, the network and SEGMENT_API_URL`,
    )
  })

  test.each([
    // An expression that can split a text in many ways would not come to an end here.
    ['within a text', `{"data": {"function": {"id": "sfnc_1", "code": "${'x'.repeat(1000)}`],
    ['after a member', '{"data": {"function": {"id": "sfnc_1",'],
  ])('that is cut off %s is asked for again, and told as such', async (_, body) => {
    segment().get('/functions/sfnc_1').times(6).reply(200, body)
    expect(await complaint(api.functions.get('sfnc_1'))).toBe(
      'GET /functions/sfnc_1: the answer from api.segmentapis.com was cut off; check the network and run the command again',
    )
    expect(notes).toHaveLength(5)
  })

  test('of success that holds errors is a failure', async () => {
    segment()
      .get('/functions/sfnc_1')
      .reply(200, { errors: [{ type: 'x', message: 'odd' }] })
    expect(await complaint(api.functions.get('sfnc_1'))).toContain('Segment answered 200, odd')
  })
})

describe('a refusal names the call, the status, what Segment says, and what to do', () => {
  test.each<[number, object | string, string]>([
    [400, { errors: [{ type: 'bad-request', message: 'no\nsuch  thing' }] }, 'Segment answered 400, no such thing'],
    [401, {}, 'Segment answered 401; check SEGMENT_TOKEN and the region: a Workspace Owner creates tokens under'],
    [403, {}, 'Segment answered 403; the token lacks a role: it needs the roles Functions Admin and Source Admin'],
    [404, {}, 'Segment answered 404; it is not in the workspace of this token'],
    [409, {}, 'Segment answered 409; something with this name already exists'],
    [413, '', 'Segment answered 413; the request is too large; npm run build prints the size'],
    [
      422,
      { errors: [{ type: 'v', message: '"slug" is required', field: 'slug' }] },
      'Segment answered 422, "slug" is required (field slug); correct the field that Segment names',
    ],
    [
      422,
      {
        errors: [
          { type: 'v', field: 'a' },
          { type: 'v', field: 'b' },
        ],
      },
      'Segment answered 422, (field a); (field b)',
    ],
    [302, '', 'redirected (302), which is not followed'],
  ])('%j with %j', async (status, body, expected) => {
    segment().get('/functions/sfnc_1').reply(status, body)
    expect(await complaint(api.functions.get('sfnc_1'))).toContain(`GET /functions/sfnc_1: ${expected}`)
    expect(notes).toEqual([])
  })
})

describe('trying again', () => {
  const workspace = () => segment().get('/')
  const answer = { data: { workspace: { slug: 'acme', name: 'Acme' } } }

  test.each<[string, () => void, number[]]>([
    ['Retry-After', () => void workspace().reply(429, {}, { 'Retry-After': '7' }), [7000]],
    ['Retry-After before msBeforeNext', () => void workspace().reply(429, limited(1), { 'Retry-After': '7' }), [7000]],
    ['msBeforeNext', () => void workspace().reply(429, limited(1500)), [1500]],
    ['an unreadable Retry-After', () => void workspace().reply(429, {}, { 'Retry-After': 'soon' }), []],
    ['no wait at all', () => void workspace().reply(429, ''), []],
    ['a date', () => void workspace().reply(429, {}, { 'Retry-After': new Date(9000).toUTCString() }), [9000]],
    [
      'a date that has passed',
      () => void workspace().reply(429, {}, { 'Retry-After': new Date(-9000).toUTCString() }),
      [],
    ],
    [
      'the time when the limit ends',
      () => void workspace().reply(429, {}, { 'X-RateLimit-Reset': new Date(4000).toUTCString() }),
      [4000],
    ],
    ['an error of Segment', () => void workspace().reply(500, ''), []],
    [
      'a connection that breaks',
      () => void workspace().replyWithError(Object.assign(new Error('x'), { code: 'ECONNRESET' })),
      [],
    ],
  ])('waits as long as is asked: %s', async (_, prepare, expected) => {
    prepare()
    workspace().reply(200, answer)
    expect(await api.workspace()).toEqual({ slug: 'acme', name: 'Acme' })
    expect(waits).toEqual(expected)
    expect(notes).toHaveLength(1)
  })

  test('says what happens', async () => {
    workspace().reply(429, {}, { 'Retry-After': '7' })
    workspace().reply(503, '')
    workspace().reply(200, answer)
    await api.workspace()
    expect(notes).toEqual([
      'GET /: Segment answered 429; trying again in 7 s, as Segment asks (1 of 5)',
      'GET /: Segment answered 503; trying again (2 of 5)',
    ])
  })

  test('ends after five times', async () => {
    workspace().times(6).reply(503, '')
    expect(await complaint(api.workspace())).toBe('GET /: Segment answered 503')
    expect(notes).toHaveLength(5)
  })

  test('tells why nothing answers', async () => {
    workspace()
      .times(6)
      .replyWithError(Object.assign(new Error('secret details'), { code: 'ENOTFOUND' }))
    expect(await complaint(api.workspace())).toBe(
      'GET /: no answer from api.segmentapis.com, ENOTFOUND; check the network and run the command again',
    )
  })
})

describe('time limits', () => {
  const limits: number[] = []
  const timeout = AbortSignal.timeout
  beforeEach(() => {
    limits.length = 0
    AbortSignal.timeout = (ms) => {
      limits.push(ms)
      return timeout.call(AbortSignal, ms)
    }
  })
  afterEach(() => {
    AbortSignal.timeout = timeout
  })

  test('are two minutes for code, half a minute else', async () => {
    const found = { data: { function: { id: 'sfnc_1' } } }
    segment().get('/functions/sfnc_1').reply(200, found)
    segment().patch('/functions/sfnc_1').twice().reply(200, found)
    await api.functions.get('sfnc_1')
    await api.functions.update('sfnc_1', { code: '//' })
    await api.functions.update('sfnc_1', { description: 'x' })
    expect(limits).toEqual([30_000, 120_000, 30_000])
  })

  test('that pass are tried again', async () => {
    AbortSignal.timeout = () => AbortSignal.abort(new DOMException('late', 'TimeoutError'))
    expect(await complaint(api.workspace())).toMatch(/^GET \/: no answer from .*, the time limit passed;/)
    expect(notes).toHaveLength(5)
  })
})

describe('a write whose answer was lost', () => {
  const patched = (code: string) => ({ data: { function: { id: 'sfnc_1', code } } })

  test('is not repeated when it took effect', async () => {
    segment().patch('/functions/sfnc_1').reply(500, '')
    segment().get('/functions/sfnc_1').reply(200, patched('new'))
    await api.functions.update('sfnc_1', { code: 'new' })
  })

  test('is repeated when it did not', async () => {
    segment().patch('/functions/sfnc_1').reply(500, '')
    segment().get('/functions/sfnc_1').reply(200, patched('old'))
    segment().patch('/functions/sfnc_1').reply(200, patched('new'))
    await api.functions.update('sfnc_1', { code: 'new' })
  })

  test('is not looked for when it was refused for its rate', async () => {
    segment().patch('/functions/sfnc_1').reply(429, limited(5))
    segment().patch('/functions/sfnc_1').reply(200, patched('new'))
    await api.functions.update('sfnc_1', { code: 'new' })
    expect(waits).toEqual([5])
  })

  test('ends when it cannot be looked for', async () => {
    segment().patch('/functions/sfnc_1').reply(500, '')
    segment().get('/functions/sfnc_1').times(6).reply(503, '')
    expect(await complaint(api.functions.update('sfnc_1', { code: 'new' }))).toBe(
      'GET /functions/sfnc_1: Segment answered 503',
    )
  })
})

test('the delivery overview is asked for one day by reason', async () => {
  const day = 24 * 60 * 60 * 1000
  segment()
    .get('/delivery-overview/failed-on-ingest')
    .query({
      sourceId: 'S1',
      startTime: '2031-05-03T12:00:00.000Z',
      endTime: '2031-05-04T12:00:00.000Z',
      granularity: 'HOUR',
      'groupBy.0': 'discardReason',
    })
    .reply(200, {
      data: { total: 4, dataset: [{ discardReason: 'A', total: 1 }, { total: 3 }, { discardReason: 'C', total: 0 }] },
    })
  expect(
    await api.delivery.discards('S1', { from: Date.UTC(2031, 4, 3, 12), to: Date.UTC(2031, 4, 3, 12) + day }),
  ).toEqual([
    { reason: 'unknown', count: 3 },
    { reason: 'A', count: 1 },
  ])
})
