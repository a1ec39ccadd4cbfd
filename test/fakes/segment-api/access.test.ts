import { created, problem } from './answers'
import { request, send, token, useSegmentApi } from './use-segment-api'

const api = useSegmentApi()

describe('who may call', () => {
  test.each([
    ['no token', {}, ['sent no token: GET /']],
    ['another token', { Authorization: 'Bearer other' }, []],
    ['a token of no scheme', { Authorization: token }, []],
  ])('%s is refused with 401', async (_name, headers, violations) => {
    const response = await request(api(), 'GET /', undefined, { headers })
    expect([response.status, await response.json()]).toEqual([401, { errors: problem('unauthorized', 'unauthorized') }])
    expect(api().violations).toEqual(violations)
  })

  test('the right token gets its workspace, and is told what is left', async () => {
    const { status, headers, body } = await send(api(), 'GET /')
    expect([status, body]).toEqual([200, { data: { workspace: { id: 'w1', slug: 'acme-dev', name: 'Acme Dev' } } }])
    expect(headers.get('x-ratelimit-consumed')).toBe('1')
    expect(headers.get('x-ratelimit-remaining')).toBe('999')
    expect(headers.get('x-ratelimit-reset')).toBe('Sun, 04 May 2031 09:01:01 GMT')
  })

  test('a token in an address or a body is noted', async () => {
    await send(api(), `GET /?token=${token}`)
    await send(api(), 'POST /functions', { ...created, description: token })
    expect(api().violations).toEqual([
      'sent the token in the open: GET /',
      'sent the token in the open: POST /functions',
    ])
  })
})
