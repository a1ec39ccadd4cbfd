import nock from 'nock'
import { steady } from '../segment-api/workspace'
import { useDeployment } from './use-deployment'

// What nock puts around node:http outlives the file that it was loaded for, unless it is taken away.
afterAll(() => nock.restore())

const { workspace, calls } = useDeployment()

test('two first deployments at once leave one of each, and the next one completes it', async () => {
  await Promise.all(['deploy --yes', 'deploy --yes'].map((line) => workspace().command(line)))
  expect((await workspace().command('deploy --yes')).code).toBe(0)
  const { functions, sources, trackingPlans } = workspace().segment.state
  expect([functions.length, sources.length, trackingPlans.length]).toEqual([1, 1, 1])
})

describe.each([
  ['function', 'POST /functions', 'DELETE /functions/sfnc_<id>'],
  ['tracking plan', 'POST /tracking-plans', 'DELETE /tracking-plans/<id>'],
] as const)('a %s of the name that another deployment creates', (what, creation, deletion) => {
  /** Somebody creates one at the moment at which ours is created. */
  function create(ageMs: number): void {
    const { segment } = workspace()
    segment.beforeNext(creation, () => {
      const other =
        what === 'function'
          ? segment.app.addFunction({ displayName: 'Paytronix (dev)' })
          : segment.app.addTrackingPlan({ name: 'Paytronix' })
      other.createdAt = new Date(Date.parse(other.createdAt) - ageMs).toISOString()
    })
  }

  test('a moment earlier stays, and ours is deleted', async () => {
    create(1000)
    const { code, stderr } = await workspace().command('deploy --yes')
    expect({ code, last: calls().at(-1) }).toEqual({ code: 1, last: deletion })
    expect(stderr).toContain(`error: another deployment created the ${what} "Paytronix`)
    const { functions, trackingPlans } = workspace().segment.state
    expect((what === 'function' ? functions : trackingPlans).map(({ createdAt }) => createdAt)).toHaveLength(1)
  })

  test('a moment later makes ours stay, for the other deployment deletes its own', async () => {
    create(-3_600_000)
    const { stderr } = await workspace().command('deploy --yes')
    expect(calls().map(steady)).not.toContain(deletion)
    expect(stderr).toMatch(/^error: the workspace has 2 (?:source functions|tracking plans) named "Paytronix/)
  })
})

test('several functions of the name are listed with their ids and sources', async () => {
  const [one, other] = [1, 2].map(() => workspace().segment.app.addFunction({ displayName: 'Paytronix (dev)' }))
  if (one !== undefined) workspace().segment.app.addInstance(one, { slug: 'theirs' })
  const { code, stderr } = await workspace().command('deploy --yes')
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `error: the workspace has 2 source functions named "Paytronix (dev)": ${one?.id} (source theirs), ${other?.id} (no source); rename or delete all but one in Segment\n`,
  })
  expect(calls()).toEqual([])
})

test('a function of the name that Segment lists without an id stops the deployment, so that there is no second one', async () => {
  const { segment, command } = workspace()
  nock(segment.url, { allowUnmocked: true })
    .get('/functions')
    .query(true)
    .reply(200, { data: { functions: [{ displayName: 'Paytronix (dev)' }] } })
  const { code, stderr } = await command('deploy --yes')
  expect({ code, stderr, calls: calls() }).toEqual({
    code: 1,
    stderr: 'error: Segment lists the function "Paytronix (dev)" without its id; run the command again in a minute\n',
    calls: [],
  })
})
