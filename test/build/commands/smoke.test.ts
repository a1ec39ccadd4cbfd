import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { bundle } from '../../../build/bundle/bundle'
import { smokeBody } from '../../../build/commands/smoke/webhook'
import { unconfigured } from '../../../build/config/config'
import { createRuntime } from '../../../build/runtime'
import { userIdSources } from '../../../shared/settings/settings'
import { configWith, secret, useWorkspace } from '../segment-api/workspace'

const noon = Date.UTC(2031, 4, 4, 12)
const workspace = useWorkspace({ now: () => noon })
const source = () => workspace().segment.state.sources[0]
const received: { url: string; headers: IncomingHttpHeaders; body: string }[] = []
let endpoint: Server
let status = 200
/** What Segment counts of the webhook. */
let counted = (): void => undefined

beforeAll((done) => {
  endpoint = createServer(async (request, response) => {
    received.push({ url: request.url ?? '', headers: request.headers, body: await text(request) })
    counted()
    response.writeHead(status).end('{}')
  }).listen(0, '127.0.0.1', done)
})
afterAll((done) => void endpoint.close(done))
beforeEach(async () => {
  received.length = 0
  status = 200
  counted = () => undefined
  await workspace().command('deploy --yes')
  workspace().writes()
})

/** The address of the source's webhook, as Segment seems to form it. */
function url(id = source()?.id): string {
  const { port } = endpoint.address() as AddressInfo // a server that listens on a port has one
  return `http://127.0.0.1:${port}/?b=${Buffer.from(`${id}::hushhush`).toString('base64')}`
}

/** Runs the command with a clock that moves while it waits. */
async function smoke(line = 'smoke', env: Record<string, string> = {}, config = configWith({})) {
  let now = noon
  const sleep = async (ms: number) => {
    now += ms
  }
  const time = { now: () => now, elapsed: () => 0, sleep, firstDelayMs: 0 }
  const ran = await workspace().command(line, { env: { SEGMENT_WEBHOOK_URL: url(), ...env }, config, time })
  expect(ran.stdout + ran.stderr).not.toContain(url().split('=')[1])
  return { ...ran, waitedMs: now - noon }
}

const receive = (count: number) => () =>
  workspace().segment.app.setReceipts(source()?.id ?? '', [{ count, time: new Date(noon).toISOString() }])
const discard = (discardReason: string) => () =>
  workspace().segment.app.setDiscards(source()?.id ?? '', [
    { count: 1, discardReason, time: new Date(noon).toISOString() },
  ])

test('sends one marked webhook with the secret, and says what Segment received', async () => {
  counted = receive(2)
  const { code, stdout, waitedMs } = await smoke()
  expect({ code, waitedMs }).toEqual({ code: 0, waitedMs: 15_000 })
  expect(stdout).toBe(`dev · workspace Acme Dev (acme-dev)
Sent a Check-In of the account smoke-test-${noon} to paytronix_dev.
Segment received 2 calls.
`)
  expect(received).toMatchObject([
    { headers: { authorization: `Basic ${Buffer.from(`smoke:${secret}`).toString('base64')}` } },
  ])
  expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
    accountId: `smoke-test-${noon}`,
    storeName: 'Smoke test',
  })
  expect(workspace().writes()).toEqual([])
})

test('of two secrets it sends the first', async () => {
  counted = receive(1)
  await smoke('smoke', { PAYTRONIX_SHARED_SECRET: 'new old' })
  expect(received[0]?.headers.authorization).toBe(`Basic ${Buffer.from('smoke:new').toString('base64')}`)
})

test('as JSON', async () => {
  counted = receive(3)
  const { stdout } = await smoke('smoke --json')
  expect(JSON.parse(stdout)).toEqual({
    ...{
      environment: 'dev',
      workspace: 'Acme Dev',
      account: `smoke-test-${noon}`,
      received: 3,
      failed: [],
      seconds: 15,
    },
  })
})

test.each<[string, () => void, number, RegExp]>([
  ['is counted nowhere', () => undefined, 300_000, /^error: Segment counted nothing within 300 seconds; check that/],
  ['fails', discard('FUNCTION_TIMEOUT'), 15_000, /^error: the webhook failed in Segment: 1 FUNCTION_TIMEOUT; see the/],
])('a webhook that %s ends with 1', async (_, happening, expected, message) => {
  counted = happening
  const { code, stderr, waitedMs } = await smoke()
  expect({ code, waitedMs }).toEqual({ code: 1, waitedMs: expected })
  expect(stderr).toMatch(message)
})

test('a webhook that is refused ends with 1 at once', async () => {
  status = 404
  const { code, stderr, waitedMs } = await smoke()
  expect({ code, stderr, waitedMs }).toEqual({
    code: 1,
    stderr: 'error: the webhook was answered 404; check SEGMENT_WEBHOOK_URL and npm run status\n',
    waitedMs: 0,
  })
})

test.each<[string, () => Record<string, string>, RegExp]>([
  ['no address', () => ({ SEGMENT_WEBHOOK_URL: '' }), /^error: SEGMENT_WEBHOOK_URL is not set; copy the webhook URL/],
  [
    'an address without encryption',
    () => ({ SEGMENT_WEBHOOK_URL: 'http://fn.example/?b=x' }),
    /^error: SEGMENT_WEBHOOK_URL: expected an https/,
  ],
  ['no secret', () => ({ PAYTRONIX_SHARED_SECRET: '' }), /^error: the webhook needs PAYTRONIX_SHARED_SECRET, which/],
  [
    'the address of another source',
    () => ({ SEGMENT_WEBHOOK_URL: url('other') }),
    /^error: SEGMENT_WEBHOOK_URL is of another source than "paytronix_dev"/,
  ],
])('with %s nothing is sent', async (_, env, message) => {
  const { code, stderr } = await smoke('smoke', env())
  expect({ code, received }).toEqual({ code: 1, received: [] })
  expect(stderr).toMatch(message)
})

test.each<[string, () => unknown, RegExp]>([
  [
    'disabled',
    () => workspace().segment.app.setEnabled(source()?.id ?? '', false),
    /^error: the source "paytronix_dev" is disabled/,
  ],
  ['not there', () => workspace().segment.state.sources.splice(0), /^error: there is no source "paytronix_dev"/],
  [
    'not counted',
    () => workspace().segment.app.setAvailability({ deliveryOverview: 'absent' }),
    /^error: this workspace does not offer the counts/,
  ],
])('to a source that is %s nothing is sent', async (_, prepare, message) => {
  const env = { SEGMENT_WEBHOOK_URL: url() }
  prepare()
  const { code, stderr } = await workspace().command('smoke', { env })
  expect({ code, received }).toEqual({ code: 1, received: [] })
  expect(stderr).toMatch(message)
})

test.each([...userIdSources.map((from) => ({ userIdFrom: [from] })), { identify: 'never' }])(
  'the function accepts the webhook with the settings %j',
  async (settings) => {
    const runtime = createRuntime((await bundle({ config: unconfigured })).code, { settings })
    const { status: outcome, calls } = await runtime.receive({ body: JSON.stringify(smokeBody('smoke-test-1', noon)) })
    await runtime.close()
    expect({ outcome, events: calls.map(({ event }) => event).filter(Boolean) }).toEqual({
      outcome: 'ok',
      events: ['Check-In'],
    })
  },
)
