import { latest, startServer } from './use-server'

const checkIn = { event: 'Check-In', accountId: 5 }
const json = JSON.stringify
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const rejection = (name: string, message: string) => ({ error: { name, message } })

test.each([
  ['an event is accepted', { body: json(checkIn) }, 200, { success: true }],
  [
    'so is one in a form',
    { headers: form, body: `payload=${encodeURIComponent(json(checkIn))}` },
    200,
    { success: true },
  ],
  [
    'an event about nobody is rejected',
    { body: '{"event":"Check-In"}' },
    400,
    rejection(
      'InvalidEventPayload',
      'event[0].identity: expected a user id, card, account, e-mail or phone, received no identity',
    ),
  ],
  [
    'an event of an unknown type is not supported',
    { body: json({ event: 'No Such Event', accountId: 5 }) },
    400,
    rejection(
      'EventNotSupported',
      'event[0].type: expected a Paytronix event type, received "No Such Event"; add it to eventAliases or set unknownEvents to "track"',
    ),
  ],
  [
    'a method other than POST is refused',
    { method: 'PUT', body: json(checkIn) },
    405,
    rejection('Method Not Allowed', 'a webhook accepts only POST'),
  ],
  [
    'a body over 512 KiB is refused',
    { body: json({ ...checkIn, note: 'x'.repeat(512 * 1024) }) },
    413,
    rejection('Payload Too Large', 'a webhook accepts up to 512 KiB'),
  ],
  [
    'so is one that is not even read',
    { body: json({ ...checkIn, note: 'x'.repeat(2 * 1024 * 1024) }) },
    413,
    rejection('Payload Too Large', 'a webhook accepts up to 512 KiB'),
  ],
  [
    'a content type that is neither JSON nor a form is refused',
    { headers: { 'content-type': 'text/plain' }, body: json(checkIn) },
    415,
    rejection(
      'Unsupported Media Type',
      'a webhook accepts only application/json and application/x-www-form-urlencoded',
    ),
  ],
  [
    'a body of more lists within one another than a program can walk is rejected, and kept',
    { body: '['.repeat(250_000) + ']'.repeat(250_000) },
    400,
    rejection('InvalidEventPayload', 'body: expected at most 32 levels of nesting, received more'),
  ],
  [
    'a query parameter reaches the function',
    { path: '/webhook?event=Check-In', body: '{"accountId":5}' },
    200,
    { success: true },
  ],
])('%s', async (_, asked, status, answer) => {
  const server = await startServer()
  const answered = await server.ask(asked)
  expect([answered.status, JSON.parse(answered.text)]).toEqual([status, answer])
})

test.each([
  ['a header', { headers: { 'x-paytronix-secret': 'hunter2' } }, 200],
  ['a query parameter', { path: '/webhook?secret=hunter2' }, 200],
  ['nothing', {}, 400],
])('the shared secret in %s gives %#', async (_, asked, status) => {
  const server = await startServer({ settings: { sharedSecret: 'hunter2' } })
  expect((await server.ask({ ...asked, body: json(checkIn) })).status).toBe(status)
})

test('what is received is listed, newest first, with event, guest and outcome', async () => {
  const server = await startServer()
  await server.ask({ body: json({ ...checkIn, firstName: 'Dana', lastName: 'Whitcombe' }) })
  await server.ask({ body: json({ event: 'No Such Event', accountId: 5 }) })
  expect(await server.api('requests')).toEqual([
    {
      ...{ id: 2, receivedAt: '2026-01-31T12:01:00.000Z', via: 'webhook', events: ['No Such Event'] },
      ...{ rejected: { count: 1, of: 1 }, guest: { name: null, id: '5' } },
      ...{ status: 'unsupported', httpStatus: 400, calls: 0, warnings: 0 },
    },
    {
      ...{ id: 1, receivedAt: '2026-01-31T12:00:00.000Z', via: 'webhook', events: ['Check-In'] },
      ...{ rejected: { count: 0, of: 1 }, guest: { name: 'Dana Whitcombe', id: '5' } },
      ...{ status: 'ok', httpStatus: 200, calls: 2, warnings: 0 },
    },
  ])
})

test('a request is reported with its calls, their sizes and where each value is from', async () => {
  const server = await startServer()
  await server.ask({ body: json([{ event: 'Check-In', account: { accountId: 5 }, color: 'red' }]) })
  const { sent, sizes, inspection, request } = await latest(server)
  expect(sent.map(({ type }) => type)).toEqual(['identify', 'track'])
  expect(sizes).toEqual(sent.map((call) => Buffer.byteLength(json(call))))
  expect(request.bodyBytes).toBe(62)
  const [event] = inspection?.events ?? []
  expect(event).toMatchObject({
    place: '[0]',
    found: [{ property: 'account_id', value: '5', origins: [{ from: 'event', path: 'account.accountId' }] }],
    remainder: { unused: [{ path: 'color', value: 'red' }] },
  })
})

test('of several events, the rejected ones are counted', async () => {
  const server = await startServer()
  await server.ask({ body: json([checkIn, { event: 'No Such Event', accountId: 5 }, 'no event']) })
  expect(await server.api('requests')).toMatchObject([{ status: 'ok', rejected: { count: 2, of: 3 } }])
})

test('a secret is not shown, wherever the sender put it', async () => {
  const server = await startServer({ settings: { sharedSecret: 'hunter1 hunter2' } })
  const headers = { authorization: 'Bearer hunter2', 'x-api-key': 'hunter3', 'x-note': 'is hunter1', 'x-color': 'red' }
  const body = json({ ...checkIn, apiKey: 'hunter4', note: 'hunter2', login: { password: 'hunter5' } })
  await server.ask({ path: '/webhook?secret=hunter2&a=1', headers, body })
  const detail = await latest(server)
  expect(detail.status).toBe('ok')
  expect(detail.request).toMatchObject({
    url: '/webhook?secret=%E2%80%A6&a=1',
    headers: { authorization: '…', 'x-api-key': '…', 'x-note': 'is …', 'x-color': 'red' },
    body: json({ ...checkIn, apiKey: '…', note: '…', login: { password: '…' } }),
  })
  expect(json(detail)).not.toContain('hunter')
})

test('the last 500 requests are kept', async () => {
  const server = await startServer()
  for (let count = 0; count < 502; count++) await server.ask({ method: 'GET' })
  const ids = (await server.api<{ id: number }[]>('requests')).map(({ id }) => id)
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([500, 502, 3])
  expect((await server.ask({ method: 'GET', path: '/api/requests/2' })).status).toBe(404)
})
