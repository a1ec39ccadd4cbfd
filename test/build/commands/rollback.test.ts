import { faults } from '../../fakes/segment-api'
import { configWith, steady, useWorkspace } from '../segment-api/workspace'

const workspace = useWorkspace()
const found = () => workspace().segment.state.functions[0]
const first = () => found()?.versions[0]?.id ?? ''
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

test('without a version lists them, the newest first', async () => {
  const { code, stdout } = await workspace().command('rollback')
  expect(code).toBe(0)
  expect(stdout.split('\n').map((line) => line.replace(/^\w+/, '<id>'))).toEqual([
    expect.stringMatching(/^<id> {2}project version \S+, saved 2031-05-04T\S+, deployed$/),
    expect.stringMatching(/^<id> {2}project version \S+, saved 2031-05-04T\S+Z$/),
    '',
  ])
})

test('lists them for programs, without code and author', async () => {
  const { stdout } = await workspace().command('rollback --json')
  expect(Object.keys(JSON.parse(stdout)[0]).sort()).toEqual([
    'createdAt',
    'deployedAt',
    'id',
    'isDeployed',
    'isEdited',
    'projectVersion',
  ])
})

test('brings a version back, deploys it and proves it', async () => {
  const version = first()
  const { code, stdout } = await workspace().command(`rollback ${version} --yes --reason too-many-points`)
  expect(code).toBe(0)
  expect(workspace().writes().map(steady)).toEqual([
    'POST /functions/sfnc_<id>/versions',
    'POST /functions/sfn_<id>/deploy',
  ])
  expect(running()).toBe(found()?.versions[0]?.code)
  expect(stdout).toMatch(new RegExp(`\\ndev runs ${version} again: too-many-points\\. The next deploy brings`))
})

test('as JSON', async () => {
  const { stdout } = await workspace().command(`rollback ${first()} --yes --json --reason late`)
  expect(JSON.parse(stdout)).toMatchObject({ environment: 'dev', version: first(), reason: 'late' })
})

test('twice writes nothing the second time', async () => {
  const version = first()
  await workspace().command(`rollback ${version} --yes`)
  workspace().writes()
  expect(await workspace().command(`rollback ${version}`)).toEqual({
    code: 0,
    stdout: `${version} is already running; nothing to do.\n`,
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
      'error: Segment offers no versions of this function (the endpoint is in alpha); deploy an older commit instead: git checkout <commit>, npm ci, npm run deploy -- --env dev\n',
  })
})

test.each([
  ['rollback v0 --yes', 2, /^error: no version "v0"; one of \w+, \w+\n$/],
  ['rollback a b', 2, /^error: name one version\n$/],
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
