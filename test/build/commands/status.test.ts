import nock from 'nock'
import { faults } from '../../fakes/segment-api'
import { configWith, steady, useWorkspace } from '../segment-api/workspace'
import { run } from './run'

// What nock puts around node:http outlives the file that it was loaded for, unless it is taken away.
afterAll(() => nock.restore())

const workspace = useWorkspace()
const status = (line = 'status') => workspace().command(line, { columns: 80 })
const found = () => workspace().segment.state.functions[0]

afterEach(() =>
  expect(
    workspace()
      .writes()
      .filter((write) => !write.includes('/deploy')),
  ).toHaveLength(0),
)

async function deployed(): Promise<void> {
  await workspace().command('deploy --yes')
  workspace().writes()
}

test('fits a narrow terminal', async () => {
  await deployed()
  const { stdout } = await workspace().command('status', { columns: 40 })
  expect(stdout.split('\n').filter((line) => line.length > 40)).toEqual([])
})

test('before the first deployment', async () => {
  expect(await status()).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      /^dev · us · workspace Acme Dev \(acme-dev\)\n {2}not in the workspace yet; npm run deploy -- --env dev creates it\n\nWebhook URL: /,
    ),
  })
})

test('of what is deployed, with discards by reason', async () => {
  await deployed()
  const [source] = workspace().segment.state.sources
  workspace().segment.app.setDiscards(source?.id ?? '', [
    { discardReason: 'RETRY_ERROR', count: 1, time: '2031-05-04T11:00:00Z' },
    { discardReason: 'FUNCTION_TIMEOUT', count: 3, time: '2031-05-04T10:00:00Z' },
  ])
  const { code, stdout, stderr } = await status()
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(steady(stdout)).toMatchSnapshot()
})

test.each([
  ['the repository moved on', { eventAliases: { X: 'Check-In' } }, 'repository differs'],
  ['nothing did', {}, 'none'],
])('drift, when %s', async (_, rest, drift) => {
  await deployed()
  const { stdout } = await workspace().command('status --json', { config: configWith({}, rest) })
  expect(JSON.parse(stdout).environments[0].function).toMatchObject({ drift, isLatestDeployed: true })
})

test.each([
  ['edited in Segment', (code: string) => `${code}//\n`],
  ['not of this project', () => 'async function onRequest() {}'],
])('%s, and not deployed', async (drift, edit) => {
  await deployed()
  workspace().segment.app.editCode(found()?.id ?? '', edit(found()?.versions.at(-1)?.code ?? ''))
  const { stdout } = await status('status --json')
  expect(JSON.parse(stdout).environments[0].function).toMatchObject({ drift, isLatestDeployed: false })
  expect((await status()).stdout.replace(/\s+/g, ' ')).toContain('; what is saved is not deployed everywhere')
})

test('where versions and the delivery overview are not offered, it says so', async () => {
  await deployed()
  workspace().segment.app.setAvailability({ versions: 'absent', deliveryOverview: 'absent' })
  const { code, stdout } = await status()
  expect(code).toBe(0)
  expect(stdout).toContain('  failed    not available in this workspace (the endpoint is in beta)\n')
  expect(stdout.replace(/\s+/g, ' ')).toMatch(
    /deployed project version 0\.1\.0, digest [0-9a-f]{12}, since 2031-05-04T/,
  )
})

test('where the delivery overview answers in another form, it is not shown', async () => {
  await deployed()
  nock(workspace().segment.url, { allowUnmocked: true })
    .get('/delivery-overview/failed-on-ingest')
    .query(true)
    .reply(200, { data: { dataset: [{ discardReason: 'A', count: 1 }] } })
  const { code, stdout, stderr } = await status()
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('  failed    not available in this workspace (the endpoint is in beta)\n')
})

test.each<[string, number[], string]>([
  ['an hour ago', [3 * 60, 90], '7 calls in the last day, the last one at 2031-05-04T10:30Z; nothing for 1 hour\n'],
  ['just now', [1], '7 calls in the last day, the last one at 2031-05-04T11:59Z\n'],
  ['three days ago', [4320], '0 calls in the last day, the last one at 2031-05-01T12:00Z; nothing for 72 hours\n'],
])('what was received, the last %s', async (_, minutesAgo, expected) => {
  await deployed()
  const [source] = workspace().segment.state.sources
  const receipts = minutesAgo.map((minutes, index) => ({
    count: index === minutesAgo.length - 1 ? 7 - index * 3 : 3,
    time: new Date(Date.UTC(2031, 4, 4, 12) - minutes * 60_000).toISOString(),
  }))
  workspace().segment.app.setReceipts(source?.id ?? '', receipts)
  expect((await workspace().command('status', { columns: 120 })).stdout).toContain(`  received  ${expected}`)
})

test('a metric and a list of versions that fail hide nothing else', async () => {
  await deployed()
  const { segment } = workspace()
  segment.fail('GET /delivery-overview/successfully-received', faults.failure(503), 99)
  segment.fail('GET /functions/{functionId}/versions', faults.failure(500), 99)
  const { code, stdout } = await workspace().command('status', { columns: 120 })
  expect(code).toBe(0)
  expect(stdout).toContain(
    '  received  GET /delivery-overview/successfully-received: Segment answered 503, internal error\n',
  )
  expect(stdout).toContain('  failed    none in the last day\n')
})

test('where Segment does not say whether the latest version is deployed, neither does status', async () => {
  await deployed()
  workspace().segment.fail('GET /functions/{functionId}', faults.sparse, 2)
  workspace().segment.app.setAvailability({ versions: 'absent' })
  expect(JSON.parse((await status('status --json')).stdout).environments[0].function).not.toHaveProperty(
    'isLatestDeployed',
  )
  expect((await status()).stdout).not.toContain('not deployed')
})

test('a disabled source is reported', async () => {
  await deployed()
  workspace().segment.app.setEnabled(workspace().segment.state.sources[0]?.id ?? '', false)
  expect((await status()).stdout).toContain('Paytronix_Dev (paytronix_dev), disabled, sfn_')
})

test('without --env tells of every environment, though one cannot be read', async () => {
  const config = configWith(
    {},
    { environments: { dev: environment('Paytronix (dev)'), other: environment('Twice', 'other') } },
  )
  for (const _ of ['first', 'second']) workspace().segment.app.addFunction({ displayName: 'Twice', code: '//' })
  const env = { SEGMENT_TOKEN: 'sgp_aTokenForTests', SEGMENT_API_URL: workspace().segment.url }
  const { code, stdout, stderr } = await run(['status'], { config, env })
  expect(code).toBe(1)
  expect(stdout).toMatch(/^dev · us · workspace Acme Dev \(acme-dev\)\n/)
  expect(stderr).toMatch(/^error: other: the workspace has 2 source functions named "Twice"/)
})

test.each([
  ['status', 2],
  ['deploy', 2],
  ['rollback', 2],
  ['pull', 2],
  ['plan', 1],
])('%s of an unknown environment is wrong use, and ends with %j', async (command, expected) => {
  const { code, stdout, stderr } = await run([command, '--env', 'nowhere'], { config: configWith({}) })
  expect({ code, stdout, stderr }).toEqual({
    code: expected,
    stdout: '',
    stderr: 'error: --env: unknown environment "nowhere"; segment.config.json has dev\n',
  })
})

test.each(['deploy', 'rollback', 'pull'])('%s needs the name of an environment', async (command) => {
  const { code, stderr } = await run([command], { config: configWith({}) })
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'error: name an environment with --env; segment.config.json has dev\n',
  })
})

function environment(name: string, slug = 'slug'): object {
  return { region: 'us', function: name, source: { slug, name: 'Name' } }
}
