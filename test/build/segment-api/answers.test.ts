import nock from 'nock'
import { api, complaint, notes, segment, source } from './use-client'

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
    ['another shape', { data: { function: null } }, 'data.function'],
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
