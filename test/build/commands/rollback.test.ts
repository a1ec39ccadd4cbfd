import nock from 'nock'
import { scriptDigest } from '../../../build/bundle/banner'
import { faults } from '../../fakes/segment-api'
import { configWith, steady, useWorkspace } from '../segment-api/workspace'

// What nock puts around node:http outlives the file that it was loaded for, unless it is taken away.
afterAll(() => nock.restore())

const workspace = useWorkspace()
const found = () => workspace().segment.state.functions[0]
const first = () => found()?.versions[0]?.id ?? ''
const code = (index: number) => found()?.versions[index]?.code ?? ''
const running = () => {
  const { deployedVersionId } = workspace().segment.state.sources[0] ?? {}
  return found()?.versions.find(({ id }) => id === deployedVersionId)?.code
}

/** Two builds, of which the second runs. */
beforeEach(async () => {
  await workspace().command('deploy --yes')
  await workspace().command('deploy --yes', { config: configWith({}, { eventAliases: { ACCRUAL: 'Add/Redeem' } }) })
  workspace().writes()
})

const other = () => configWith({}, { eventAliases: { ACCRUAL: 'Add/Redeem' } })

test('without a version lists them, the newest first, and says what this checkout builds', async () => {
  const { code, stdout } = await workspace().command('rollback', { config: other(), columns: 120 })
  expect(code).toBe(0)
  expect(stdout.replace(/[0-9a-f]{12}/g, '<digest>').split('\n')).toEqual([
    'dev · workspace Acme Dev (acme-dev)',
    '',
    expect.stringMatching(
      /^ {4}2 {2}<digest> {2}version \S+, saved 2031-05-04T\S+, deployed, what this checkout builds$/,
    ),
    expect.stringMatching(/^ {4}1 {2}<digest> {2}version \S+, saved 2031-05-04T\S+Z$/),
    '',
  ])
})

test('lists them for programs, without code', async () => {
  const { stdout } = await workspace().command('rollback --json', { config: other() })
  const { environment, workspace: name, versions } = JSON.parse(stdout)
  expect([environment, name]).toEqual(['dev', 'Acme Dev'])
  expect(versions).toMatchObject([
    { number: 2, isDeployed: true, isBuiltHere: true, isEdited: false, digest: scriptDigest(code(1)) },
    { number: 1, id: first(), isBuiltHere: false, digest: scriptDigest(code(0)) },
  ])
  expect(Object.keys(versions[0])).not.toContain('code')
})

test('an odd version hides no other', async () => {
  const odd = [{ id: 7, code: null, createdAt: 5 }, null, { code: 'x' }]
  nock(workspace().segment.url, { allowUnmocked: true })
    .get(`/functions/${found()?.id}/versions`)
    .query(true)
    .times(2)
    .reply(200, { data: { versions: [...odd, { id: first(), code: code(0) }], pagination: { current: 'x' } } })
  const { stdout } = await workspace().command('rollback', { columns: 120 })
  expect(stdout.split('\n').slice(2)).toEqual([
    '    4  no code       not of this project',
    '    3  no code       not of this project',
    expect.stringMatching(/^ {4}2 {2}[0-9a-f]{12} {2}not of this project$/),
    expect.stringMatching(/^ {4}1 {2}[0-9a-f]{12} {2}version \S+$/),
    '',
  ])
  expect((await workspace().command('rollback 4 --yes')).stderr).toBe(
    'error: Segment does not return the id of version 4, so it cannot be restored\n',
  )
})

test.each([403, 500])(
  'an answer %j to the list of versions is told, and is not taken for "not offered"',
  async (status) => {
    workspace().segment.fail('GET /functions/{functionId}/versions', faults.failure(status, 'no luck'), 9)
    const { code, stderr } = await workspace().command('rollback')
    expect(code).toBe(1)
    expect(stderr).toContain(`Segment answered ${status}, no luck`)
  },
)

test.each([
  ['number', () => '1'],
  ['digest', () => scriptDigest(code(0)).slice(0, 12)],
  ['option', () => '--previous'],
])('brings a version back by its %s', async (_, name) => {
  expect((await workspace().command(`rollback ${name()} --yes`)).code).toBe(0)
  expect(running()).toBe(code(0))
})

test('--previous after a rollback brings back what ran before it', async () => {
  await workspace().command('rollback --previous --yes')
  expect((await workspace().command('rollback --previous --yes')).code).toBe(0)
  expect(running()).toBe(code(1))
})

test('--previous skips what was saved and never deployed', async () => {
  const { app } = workspace().segment
  app.editCode(found()?.id ?? '', '// never deployed')
  app.editCode(found()?.id ?? '', '// deployed')
  app.deploy(found()?.id ?? '')
  const { stdout } = await workspace().command('rollback --previous --yes')
  expect(stdout).toContain('\ndev runs version 2 again.')
})

test('brings a version back, deploys it and proves it', async () => {
  const version = first()
  const { code, stdout } = await workspace().command(`rollback ${version} --yes`)
  expect(code).toBe(0)
  expect(workspace().writes().map(steady)).toEqual([
    'POST /functions/sfnc_<id>/versions',
    'POST /functions/sfn_<id>/deploy',
  ])
  expect(running()).toBe(found()?.versions[0]?.code)
  expect(stdout).toMatch(
    /^dev · workspace Acme Dev \(acme-dev\)\n[\s\S]*\ndev runs version 1 again\. The next deploy brings/,
  )
})

test('as JSON', async () => {
  const { stdout } = await workspace().command(`rollback ${first()} --yes --json`)
  expect(JSON.parse(stdout)).toMatchObject({ environment: 'dev', version: first() })
})

test('twice writes nothing the second time', async () => {
  const version = first()
  await workspace().command(`rollback ${version} --yes`)
  workspace().writes()
  expect(await workspace().command(`rollback ${version}`)).toEqual({
    code: 0,
    stdout: 'dev · workspace Acme Dev (acme-dev)\nVersion 1 is already running; nothing to do.\n',
    stderr: '',
  })
  expect(workspace().writes()).toEqual([])
})

test.each([
  [1, false],
  [1, true],
])('cut off after %j write (its answer lost: %j), the next run completes', async (writes, isAnswerLost) => {
  const { segment, command } = workspace()
  const version = first()
  segment.interruptAfter(writes, { isAnswerLost })
  expect((await command(`rollback ${version} --yes`)).code).toBe(1)
  segment.recover()
  expect((await command(`rollback ${version} --yes`)).code).toBe(0)
  expect({ versions: found()?.versions.length, runs: running() }).toEqual({
    versions: 3,
    runs: found()?.versions[0]?.code,
  })
})

test('a lost answer does not restore twice', async () => {
  workspace().segment.failEveryCallOnce(faults.afterwards(faults.reset))
  expect((await workspace().command(`rollback ${first()} --yes`)).code).toBe(0)
  expect(found()?.versions).toHaveLength(3)
})

test.each(['absent', 'empty'] as const)('where versions are %s says what to do instead', async (versions) => {
  workspace().segment.app.setAvailability({ versions })
  const { code, stderr } = await workspace().command('rollback')
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr:
      'error: Segment offers no versions of this function (the endpoint is in alpha); deploy an older commit instead: git checkout <commit>, npm ci, npm run deploy -- --env dev --downgrade\n',
  })
})

test.each([
  ['rollback v0 --yes', 2, /^error: no version "v0"; npm run rollback -- --env <name> lists them\n$/],
  ['rollback a b', 2, /^error: name one version, or --previous\n$/],
])('%s is wrong use', async (line, expected, message) => {
  const { code, stderr } = await workspace().command(line)
  expect(code).toBe(expected)
  expect(stderr).toMatch(message)
  expect(workspace().writes()).toEqual([])
})

test('without a function says so', async () => {
  const { code, stderr } = await workspace().command('rollback', { config: configWith({ function: 'Nobody' }) })
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'error: the workspace has no source function "Nobody"\n' })
})

test('of a function without a source says so, and restores nothing', async () => {
  const version = first()
  workspace().segment.state.sources.length = 0
  const ran = await workspace().command(`rollback ${version} --yes`)
  expect({ ...ran, writes: workspace().writes() }).toEqual({
    code: 1,
    stdout: '',
    stderr: 'error: the function "Paytronix (dev)" has no source to run it; the deploy command creates one\n',
    writes: [],
  })
})

test('needs consent', async () => {
  expect(await workspace().command(`rollback ${first()}`)).toMatchObject({ code: 2 })
  expect(await workspace().command(`rollback ${first()}`, { stdin: 'no\n', isTTY: true })).toMatchObject({ code: 1 })
  expect(workspace().writes()).toEqual([])
})
