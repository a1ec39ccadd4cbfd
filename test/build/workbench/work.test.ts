import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { createRuntime } from '../../../build/runtime'
import { UserError } from '../../../build/system/errors'
import { buildLocalFunction, type LocalFunction } from '../../../build/workbench/local-function'
import type { DetailedRequest, RequestSummary, State } from '../../../build/workbench/protocol'
import { ownerOnlyMode } from '../../windows'
import { builtFunction, latest, startServer, type TestServer } from './use-server'

const checkIn = JSON.stringify({ event: 'Check-In', accountId: 5 })
const track = ({ sent }: DetailedRequest) => sent.find(({ type }) => type === 'track')

test('a request is sent again as it was, with its headers and query', async () => {
  const server = await startServer({ settings: { sharedSecret: 'hunter2' } })
  const headers = { 'x-paytronix-secret': 'hunter2' }
  await server.ask({ path: '/webhook?event=Check-In', headers, body: '{"accountId":5}' })
  const again = await server.api<DetailedRequest>('replay', { id: 1 })
  expect(again).toMatchObject({ id: 2, via: 'page', status: 'ok', events: ['Check-In'] })
  expect(again.sent).toEqual((await server.api<DetailedRequest>('requests/1')).sent)
})

test('a request is sent again with another body', async () => {
  const server = await startServer()
  await server.ask({ body: checkIn })
  const again = await server.api<DetailedRequest>('replay', { id: 1, body: checkIn.replace('5', '6') })
  expect(track(again)?.userId).toBe('6')
})

test.each([
  ['replay', { id: 7 }, 'request 7 no longer exists'],
  ['refresh', { id: 7 }, 'request 7 no longer exists'],
  ['replay', {}, 'expected a JSON object of another shape: Invalid key: Expected "id" but received undefined'],
  ['settings', { colour: 'red' }, 'unknown setting "colour"'],
  [
    'settings',
    { timeZone: 'Mars', cardNumber: 'short' },
    'timeZone: expected an IANA time zone, such as "America/New_York" or "UTC", received another text\ncardNumber: expected one of "plain", "last4", "hash", "omit", received another text',
  ],
  [
    'settings',
    { cardNumber: 'hash', userIdFrom: ['printedCardNumber'] },
    'userIdFrom: expected no "printedCardNumber" while cardNumber is not "plain", received an array of 1',
  ],
])('POST /api/%s with %j says what is wrong', async (name, input, error) => {
  expect(await (await startServer()).api(name, input)).toEqual({ error })
})

test('settings are changed for the requests that follow, and run again those before', async () => {
  const server = await startServer({ settings: { sharedSecret: 'hunter2', timeZone: 'UTC' } })
  await server.ask({ body: checkIn })
  expect((await latest(server)).error?.name).toBe('ValidationError')
  const state = await server.api<State>('settings', { sharedSecret: null, eventNames: { 'Check-In': 'Visit' } })
  expect(state.settings.filter(({ isSet }) => isSet).map(({ name, value }) => [name, value])).toEqual([
    ['timeZone', 'UTC'],
    ['eventNames', { 'Check-In': 'Visit' }],
  ])
  expect(await server.api('refresh', { id: 1 })).toMatchObject({ id: 1, via: 'webhook', events: ['Visit'] })
})

test('settings that the function would not accept change nothing', async () => {
  const server = await startServer({ settings: { timeZone: 'UTC' } })
  await server.api('settings', { timeZone: 'Mars', identify: 'never' })
  expect(server.workbench.settings).toEqual({ timeZone: 'UTC' })
})

test('after a change, every request of which something was rejected runs again', async () => {
  const server = await startServer()
  const unknown = { event: 'No Such Event', accountId: 5 }
  for (const body of [unknown, JSON.parse(checkIn), [JSON.parse(checkIn), unknown]]) {
    await server.ask({ body: JSON.stringify(body) })
  }
  const ran: number[] = []
  server.workbench.listen((update) => update.kind === 'request' && ran.push(update.kept.id))
  await server.api('settings', { unknownEvents: 'track' })
  await server.workbench.refreshFailed()
  expect(ran).toEqual([3, 1])
  const requests = await server.api<RequestSummary[]>('requests')
  expect(requests.map(({ rejected }) => rejected.count)).toEqual([0, 0, 0])
})

test('a secret setting stays on the server', async () => {
  const server = await startServer({ settings: { sharedSecret: 'hunter2' } })
  const { text } = await server.ask({ method: 'GET', path: '/api/state' })
  expect(text).not.toContain('hunter2')
  expect(JSON.parse(text).settings[0]).toMatchObject({ name: 'sharedSecret', isSet: true, value: null })
})

describe('--save-to', () => {
  test('writes the body of each webhook as it came, for its owner alone', async () => {
    const server = await startServer({ isSaving: true })
    await server.ask({ body: checkIn })
    await server.ask({ body: 'not JSON' })
    await server.api('replay', { id: 1 })
    const files = readdirSync(server.save)
    expect(files).toEqual(['2026-01-31T12-00-00-000Z-1-check-in.json', '2026-01-31T12-01-00-000Z-2-no-event.txt'])
    expect(files.map((file) => readFileSync(path.join(server.save, file), 'utf8'))).toEqual([checkIn, 'not JSON'])
    expect(files.map((file) => statSync(path.join(server.save, file)).mode & 0o777)).toEqual([
      ownerOnlyMode,
      ownerOnlyMode,
    ])
  })

  test('that fails is reported in one line, and the request is kept all the same', async () => {
    const server = await startServer({ isSaving: true })
    rmSync(server.save, { recursive: true })
    const { status, text } = await server.ask({ body: checkIn })
    expect({ status, error: JSON.parse(text).error }).toEqual({
      status: 500,
      error: `--save-to: cannot write to ${server.save} (ENOENT); the page shows the result of the request`,
    })
    expect((await server.api<RequestSummary[]>('requests')).map(({ status: outcome }) => outcome)).toEqual(['ok'])
  })

  test('names files by letters, digits and dashes, whatever the event is called', async () => {
    const server = await startServer({ isSaving: true })
    await server.ask({ body: JSON.stringify({ event: '../../Über/é', accountId: 5 }) })
    expect(readdirSync(server.save)).toEqual(['2026-01-31T12-00-00-000Z-1-ber.json'])
  })
})

describe('after an edit', () => {
  test('requests meet the new function, and one before is run again by it', async () => {
    let built = 0
    const build = async (): Promise<LocalFunction> => {
      built++
      const { code, ...local } = await builtFunction()
      const edited = built === 1 ? code : code.replaceAll(/(["'])Check-In\1/g, '"No Such Event"')
      return { ...local, runtime: createRuntime(edited, { rules: { deduplication: false } }) }
    }
    const server = await startServer({ build })
    await server.ask({ body: checkIn })
    await server.workbench.rebuild()
    expect(server.workbench.buildState).toMatchObject({ number: 2, problem: null })
    await server.ask({ body: JSON.stringify({ event: 'No Such Event', accountId: 5 }) })
    expect((await latest(server)).sent.at(-1)?.event).toBe('No Such Event')
    expect((await server.api<DetailedRequest>('requests/1')).sent.at(-1)?.event).toBe('Check-In')
    await server.api('refresh', { id: 1 })
    expect((await server.api<DetailedRequest>('requests/1')).status).toBe('unsupported')
  })

  test('a function that cannot be built leaves the one before at work', async () => {
    let built = 0
    const build = async () => {
      built++
      if (built > 1) throw new UserError('cannot build: functions/on-request.ts:3: Unexpected "}"')
      return builtFunction()
    }
    const server = await startServer({ build })
    await server.workbench.rebuild()
    const problem = 'cannot build: functions/on-request.ts:3: Unexpected "}"'
    expect((await server.api<State>('state')).build).toMatchObject({ number: 2, problem })
    expect((await server.ask({ body: checkIn })).status).toBe(200)
  })
})

test('the function is built of the sources and the configuration as they are', async () => {
  const server = await startServer({ build: buildLocalFunction })
  await server.ask({ body: checkIn })
  expect((await latest(server)).status).toBe('ok')
})

test('the stream tells of the state first, then of each request and build as it happens', async () => {
  const server = await startServer()
  const { next, end } = await follow(server)
  expect(await next()).toMatchObject(['state', { build: { number: 1 } }])
  await server.ask({ body: checkIn })
  expect(await next()).toMatchObject(['request', { id: 1, events: ['Check-In'], status: 'ok' }])
  await server.workbench.rebuild()
  expect(await next()).toMatchObject(['state', { build: { number: 2, problem: null } }])
  await server.api('refresh', { id: 1 })
  expect(await next()).toMatchObject(['request', { id: 1 }])
  await end()
})

/** Reads server-sent events: the name and data of each. */
async function follow({ address }: TestServer) {
  const response = await fetch(`${address}/api/stream`)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    async next(): Promise<[string, unknown]> {
      while (!text.includes('\n\n')) text += (await reader?.read())?.value ?? ''
      const [message = '', ...rest] = text.split('\n\n')
      text = rest.join('\n\n')
      const [, name = ''] = /^event: (.*)$/m.exec(message) ?? []
      const [, data = 'null'] = /^data: (.*)$/m.exec(message) ?? []
      return [name, JSON.parse(data)]
    },
    end: async () => reader?.cancel(),
  }
}
