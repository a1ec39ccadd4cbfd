import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { file } from '../build/commands/run'
import { configWith, settingsWith, useWorkspace } from '../build/segment-api/workspace'
import { matchRoute } from '../fakes/segment-api/routes'
import { bodyProblems, requestProblems } from '../fakes/segment-api/sdk-check'
import { sdkVersion } from '../fakes/segment-api/sdk-models'
import { useTrackingApi, writeKey } from '../fakes/tracking-api/use-tracking-api'

/** The methods of the client that there are, and those that a command called, such as `functions.deploy`. */
const mockMethods = { known: new Set<string>(), called: new Set<string>() }

/** The same client, which notes the methods that are called. */
function mockNoted<Client extends object>(client: Client, prefix = ''): Client {
  const entries = Object.entries(client).map(([name, member]) => {
    if (typeof member !== 'function') return [name, mockNoted(member, `${name}.`)]
    mockMethods.known.add(prefix + name)
    const call = (...given: unknown[]) => {
      mockMethods.called.add(prefix + name)
      return member(...given)
    }
    return [name, call]
  })
  return Object.fromEntries(entries)
}

jest.mock('../../build/segment-api', () => {
  const { createSegmentApi, ...others } =
    jest.requireActual<typeof import('../../build/segment-api')>('../../build/segment-api')
  return {
    ...others,
    createSegmentApi: (options: Parameters<typeof createSegmentApi>[0]) => mockNoted(createSegmentApi(options)),
  }
})

const noon = Date.UTC(2031, 4, 4, 12)
let ticks = 0
const workspace = useWorkspace({ now: () => noon + 1000 * ticks++ })
const tracking = useTrackingApi()

/** Where Segment receives webhooks. It counts each. */
const webhooks = createServer((_request, response) => {
  const { segment } = workspace()
  segment.app.setReceipts(segment.state.sources[0]?.id ?? '', [{ count: 2, time: new Date(noon - 1).toISOString() }])
  response.end('{}')
})
beforeAll((done) => void webhooks.listen(0, '127.0.0.1', done))
afterAll((done) => void webhooks.close(done))

function webhookUrl(): string {
  const { port } = webhooks.address() as AddressInfo // a server that listens on a port has one
  const [source] = workspace().segment.state.sources
  return `http://127.0.0.1:${port}/?b=${Buffer.from(`${source?.id}::hushhush`).toString('base64')}`
}

const body = file('bodies.ndjson', '{"eventName":"Check-In","accountId":"5","checkinTime":"2031-01-01T00:00:00Z"}\n')

/** Writes a configuration of other code, settings and rules. It stays until the end. */
function changeConfiguration(): void {
  const trackingPlan = { name: 'Paytronix', exclusive: true }
  const eventAliases = { 'Stopped by': 'Check-In' }
  configWith({ ...settingsWith({ eventNames: { 'Check-In': 'Visit' } }), trackingPlan }, { eventAliases })
}

/** All commands that reach Segment, in an order in which each has something to do. */
async function runAllCommands(): Promise<void> {
  const run = async (line: string, world: Parameters<ReturnType<typeof workspace>['command']>[1] = {}) => {
    const { code, stderr } = await workspace().command(line, world)
    const expected = line === 'plan' ? 2 : 0
    if (code !== expected) throw new Error(`${line} ended with ${code}: ${stderr}`)
  }
  await run('plan')
  await run('deploy --yes')
  changeConfiguration()
  await run('deploy --yes')
  await run('status')
  await run('rollback --previous --yes')
  await run('pull')
  await run('smoke', { env: { SEGMENT_WEBHOOK_URL: webhookUrl() } })
  Object.assign(workspace().segment.state.sources[0] ?? {}, { writeKeys: [writeKey] })
  await run(`backfill ${body} --yes`, { env: { SEGMENT_TRACKING_URL: tracking().url } })
  await run('destroy --yes')
}

test(`every request of every command is as Segment’s SDK ${sdkVersion} would send it`, async () => {
  await runAllCommands()
  const { requests, violations } = workspace().segment
  const problems = requests.flatMap(({ method, path, query, body }) => {
    const route = matchRoute(method, path)?.name ?? `${method} ${path}`
    const sent = { search: `?${new URLSearchParams(query)}`, text: body === undefined ? '' : JSON.stringify(body) }
    return [...requestProblems(route, sent), ...bodyProblems(route, body)].map((problem) => `${route} ${problem}`)
  })
  expect({ problems, violations }).toEqual({ problems: [], violations: [] })
  // A method that no command called is a request that was not judged.
  expect([...mockMethods.known].filter((name) => !mockMethods.called.has(name))).toEqual([])
  expect(requests.length).toBeGreaterThan(mockMethods.known.size)
})
