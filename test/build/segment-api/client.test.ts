import { api, complaint, limited, notes, segment, source, waits } from './use-client'

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
