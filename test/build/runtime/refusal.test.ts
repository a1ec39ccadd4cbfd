import type { RuleName } from '../../../build/runtime'
import { run } from './start'

const body = 'console.log("ran")'
const over = 'é'.repeat(256 * 1024 + 1)
const under = 'é'.repeat(256 * 1024)

test.each([
  [{ method: 'post' }],
  [{ headers: { 'content-type': 'Application/JSON; charset=utf-8' } }],
  [{ headers: { 'CONTENT-TYPE': 'application/x-www-form-urlencoded' } }],
  [{ headers: { 'X-Other': 'a' } }],
])('%j reaches the function', async (request) => {
  expect((await run(body, request)).status).toBe('ok')
})

test('a body of 512 KiB reaches the function', async () => {
  expect((await run(body, { body: under })).status).toBe('ok')
})

const post = 'a webhook accepts only POST'
const types = 'a webhook accepts only application/json and application/x-www-form-urlencoded'
const size = 'a webhook accepts up to 512 KiB'

const refused: [string, object, RuleName, number, string, string][] = [
  ['GET', { method: 'GET' }, 'methods', 405, 'Method Not Allowed', post],
  ['PUT', { method: 'PUT' }, 'methods', 405, 'Method Not Allowed', post],
  ['text', { headers: { 'content-type': 'text/plain' } }, 'contentTypes', 415, 'Unsupported Media Type', types],
  [
    'JSON API',
    { headers: { 'content-type': 'application/vnd.api+json' } },
    'contentTypes',
    415,
    'Unsupported Media Type',
    types,
  ],
  ['no type', { headers: { 'content-type': '' } }, 'contentTypes', 415, 'Unsupported Media Type', types],
  ['a large body', { body: over }, 'bodyLimit', 413, 'Payload Too Large', size],
]

test.each(refused)('%s is refused', async (_, request, _rule, httpStatus, name, message) => {
  const nothing = { calls: [], discarded: [], logs: [], attempts: 0, ms: 0 }
  const error = { name, message }
  expect(await run(body, request)).toEqual({
    status: 'refused',
    httpStatus,
    shownAs: 'BAD_REQUEST',
    error,
    ...nothing,
  })
})

test.each(refused)('%s reaches the function without the rule', async (_, request, rule) => {
  expect((await run(body, request, { rules: { [rule]: false } })).status).toBe('ok')
})

test.each([[{ url: 'https://' }], [{ headers: { 'not a name': 'x' } }], [{ headers: { secret: 'hunter\n2' } }]])(
  '%j is no request',
  async (request) => {
    const receipt = await run(body, request)
    const error = { name: 'Bad Request', message: 'the URL or a header is malformed' }
    expect([receipt.status, receipt.httpStatus, receipt.error]).toEqual(['refused', 400, error])
  },
)
