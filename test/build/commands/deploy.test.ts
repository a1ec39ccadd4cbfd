import { scriptDigest } from '../../../build/bundle/banner'
import { trackingPlanRules } from '../../../build/catalog/tracking-plan'
import { createRuntime } from '../../../build/runtime'
import { events } from '../../../functions/events'
import { configWith, secret, steady, useWorkspace } from '../segment-api/workspace'
import { useDeployment } from './use-deployment'

const { workspace, source, savedFunction, codes, calls, deployed } = useDeployment()

describe('the first deployment', () => {
  test('creates everything in order, deploys it through the instance, and proves it', async () => {
    const { code, stdout, stderr } = await workspace().command('deploy --yes')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(steady(stdout)).toMatchSnapshot()
    expect(calls()).toEqual([
      'POST /functions',
      'POST /tracking-plans',
      'PATCH /tracking-plans/<id>/rules',
      'POST /sources',
      'PATCH /sources/<id>',
      'POST /tracking-plans/<id>/sources',
      'POST /functions/sfn_<id>/deploy',
    ])
  })

  test('leaves in Segment what the configuration says', async () => {
    await deployed()
    const [plan] = workspace().segment.state.trackingPlans
    expect(source()).toMatchObject({
      slug: 'paytronix_dev',
      name: 'Paytronix_Dev',
      enabled: true,
      metadataId: savedFunction()?.catalogId,
      settings: { merchantId: '1000', userIdFrom: ['accountId'], sharedSecret: secret },
      trackingPlanId: plan?.id,
      deployedVersionId: savedFunction()?.versions.at(-1)?.id,
    })
    expect(plan).toMatchObject({ name: 'Paytronix', type: 'LIVE' })
    expect(plan?.rules).toMatchObject(trackingPlanRules(events))
  })

  test.each([
    [{}, false],
    [{ disconnectAllWarehouses: true }, true],
  ])('with %j tells Segment whether to disconnect warehouses: %j', async (environment, expected) => {
    await workspace().command('deploy --yes', { config: configWith(environment) })
    const creation = workspace().segment.requests.find(({ method, path }) => method === 'POST' && path === '/sources')
    expect(creation?.body).toMatchObject({ disconnectAllWarehouses: expected, enabled: true })
  })

  test('deploys a function with 500 aliases, which then runs', async () => {
    const numbers = Array.from({ length: 500 }, (_, number) => number)
    const eventAliases = Object.fromEntries(numbers.map((number) => [`A visit, spelling ${number}`, 'Check-In']))
    const { code } = await workspace().command('deploy --yes', { config: configWith({}, { eventAliases }) })
    const runtime = createRuntime(codes()?.at(-1) ?? '')
    const { status, calls } = await runtime.receive({ body: '{"event":"a visit, spelling 499","accountId":5}' })
    await runtime.close()
    expect({ code, status, calls }).toMatchObject({ code: 0, status: 'ok', calls: [{}, { event: 'Check-In' }] })
  })

  test('prints one document for programs', async () => {
    const { code, stdout } = await workspace().command('deploy --yes --json')
    const { steps, done, ...rest } = JSON.parse(stdout)
    const digest = scriptDigest(codes()?.at(-1) ?? '')
    expect({ code, ...rest }).toEqual({ code: 0, environment: 'dev', workspace: 'Acme Dev', digest, notes: [] })
    expect(done).toEqual(steps)
    expect(steps.map(({ subject, action }: { subject: string; action: string }) => `${action} ${subject}`)).toEqual([
      'create function',
      'create tracking plan',
      'update rules tracking plan',
      'create source',
      'connect tracking plan',
      'deploy deployment',
    ])
  })
})

test('a second deployment writes nothing', async () => {
  await deployed()
  expect(await workspace().command('deploy')).toEqual({
    code: 0,
    stdout: `dev · workspace Acme Dev (acme-dev)

  ! sharedSecret was not compared, because Segment does not show it; --secrets
    sends it

dev: nothing to do; what Segment shows is as the repository says.
`,
    stderr: '',
  })
  expect(calls()).toEqual([])
})

describe('several instances', () => {
  test('are all deployed, each through its own id', async () => {
    await deployed()
    const found = savedFunction()
    if (found !== undefined) workspace().segment.app.addInstance(found, { slug: 'second', name: 'Second' })
    expect((await workspace().command('deploy --yes')).code).toBe(0)
    const latest = found?.versions.at(-1)?.id
    expect(workspace().segment.state.sources.map(({ deployedVersionId }) => deployedVersionId)).toEqual([
      latest,
      latest,
    ])
  })
})

describe('in a workspace of many pages', () => {
  const crowded = useWorkspace({ pageCap: 50 })

  test('the function and the source are found among 120 others', async () => {
    const { segment, command, writes } = crowded()
    segment.app.addSources(120)
    expect((await command('deploy --yes')).code).toBe(0)
    segment.app.addFunctions(120)
    segment.app.addSources(120)
    writes()
    expect(await command('deploy')).toMatchObject({ code: 0, stderr: '' })
    expect(writes()).toEqual([])
  })
})
