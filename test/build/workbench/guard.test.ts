import { readdirSync } from 'node:fs'
import { startServer } from './use-server'

const body = '{"event":"Check-In","accountId":5}'

test.each([
  ['localhost', 200],
  ['127.0.0.1', 200],
  ['[::1]', 200],
  ['evil.example', 403],
  ['localhost.evil.example', 403],
  ['127.0.0.2', 403],
])('a request to %s and the right port is answered with %d', async (host, status) => {
  const server = await startServer()
  const headers = { host: `${host}:${new URL(server.address).port}` }
  expect((await server.ask({ headers, body })).status).toBe(status)
  expect((await server.ask({ method: 'GET', path: '/api/requests', headers })).status).toBe(status)
  expect((await server.ask({ method: 'GET', path: '/', headers })).status).toBe(status)
})

test.each(['localhost', 'localhost:1', '127.0.0.1:80'])('a request to %s, another port, is refused', async (host) => {
  const server = await startServer()
  expect((await server.ask({ headers: { host }, body })).status).toBe(403)
})

describe('--tunnel-host', () => {
  const tunnelHost = 'quiet-lake.example.com'
  const forwarded = { 'x-forwarded-for': '203.0.113.7' }

  test.each([
    ['the webhook', '/webhook', tunnelHost, 200],
    [
      'the webhook, the name in another case and with a port',
      '/webhook?event=Check-In',
      'Quiet-Lake.example.com:443',
      200,
    ],
    ['the page', '/', tunnelHost, 403],
    ['the requests', '/api/requests', tunnelHost, 403],
    ['the webhook of another host', '/webhook', 'other.example.com', 403],
    ['what only begins like the webhook', '/webhook/x', tunnelHost, 403],
  ])('%s', async (_, path, host, status) => {
    const server = await startServer({ tunnelHost })
    expect((await server.ask({ path, headers: { host, ...forwarded }, body })).status).toBe(status)
  })

  test('a tunnel that gives the name of this machine reaches the webhook alone', async () => {
    const server = await startServer({ tunnelHost })
    const { host } = new URL(server.address)
    expect((await server.ask({ headers: { host, ...forwarded }, body })).status).toBe(200)
    expect((await server.ask({ method: 'GET', path: '/api/requests', headers: { host, ...forwarded } })).status).toBe(
      403,
    )
  })

  test('a tunnel that was not named reaches nothing, and is told what to do', async () => {
    const server = await startServer()
    const { host } = new URL(server.address)
    const { status, text } = await server.ask({ headers: { host, ...forwarded }, body })
    expect([status, JSON.parse(text).error]).toEqual([
      403,
      expect.stringMatching(/; for a tunnel, start it with --tunnel-host NAME$/),
    ])
  })
})

const paths = ['replay', 'refresh', 'send', 'settings', 'test-case/preview', 'test-case']

test.each(paths)('POST /api/%s is refused from a page of another site, and without JSON', async (name) => {
  const server = await startServer()
  const { port } = new URL(server.address)
  const asked = (headers: Record<string, string>) => server.ask({ path: `/api/${name}`, headers, body: '7' })
  expect((await asked({ origin: 'https://evil.example' })).status).toBe(403)
  expect((await asked({ origin: 'null' })).status).toBe(403)
  expect((await asked({ origin: `http://localhost:${Number(port) + 1}` })).status).toBe(403)
  expect((await asked({ 'content-type': 'text/plain' })).status).toBe(415)
  // Its own page is accepted, and learns that a number is not what was expected.
  expect((await asked({ origin: `http://localhost:${port}` })).status).toBe(400)
})

test.each(['cross-site', 'same-site'])(
  'what a %s page loads as a picture reaches nothing, and leaves no trace',
  async (site) => {
    const server = await startServer({ isSaving: true })
    const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' }
    for (const path of ['/webhook', '/webhook?event=Check-In', '/api/requests', '/api/stream', '/page.js'])
      expect((await server.ask({ method: 'GET', path, headers })).status).toBe(403)
    expect((await server.ask({ headers, body })).status).toBe(403)
    expect(await server.api('requests')).toEqual([])
    expect(readdirSync(server.save)).toEqual([])
  },
)

test.each([
  ['GET', '/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 200],
  ['GET', '/api/requests', { 'sec-fetch-site': 'same-origin' }, 200],
  ['GET', '/api/requests', { 'sec-fetch-site': 'none' }, 200],
  ['GET', '/api/requests', { origin: 'https://evil.example' }, 403],
])('%s %s with %j is answered with %d', async (method, path, headers, status) => {
  const server = await startServer()
  expect((await server.ask({ method, path, headers })).status).toBe(status)
})

test.each(['/', '/webhook', '/api/requests', '/nothing'])('%s has a strict content security policy', async (path) => {
  const server = await startServer()
  const { headers } = await server.ask({ method: 'GET', path })
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; " +
      "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  )
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['access-control-allow-origin']).toBeUndefined()
})

test('only this machine is listened to', async () => {
  const server = await startServer()
  expect(new URL(server.address).hostname).toBe('127.0.0.1')
})
