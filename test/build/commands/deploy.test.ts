import { Readable } from 'node:stream'
import { sign } from '../../../build/bundle/banner'
import { trackingPlanRules } from '../../../build/catalog/tracking-plan'
import { createRuntime } from '../../../build/runtime'
import { about } from '../../../build/system/project'
import { events } from '../../../functions/events'
import { faults } from '../../fakes/segment-api'
import { configWith, secret, settingsWith, steady, useWorkspace } from '../segment-api/workspace'

jest.mock('../../../build/bundle/bundle', () => jest.requireActual('../bundle/bundle-once'))

const workspace = useWorkspace()
const source = () => workspace().segment.state.sources[0]
const savedFunction = () => workspace().segment.state.functions[0]
const codes = () => savedFunction()?.versions.map(({ code }) => code)
const calls = () => workspace().writes().map(steady)

/** Deploys for the first time, and forgets what that wrote. */
async function deployed(): Promise<void> {
  expect((await workspace().command('deploy --yes')).code).toBe(0)
  workspace().writes()
}

describe('the first deployment', () => {
  test('creates everything in order, deploys it through the instance, and proves it', async () => {
    const { code, stdout, stderr } = await workspace().command('deploy --yes')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(steady(stdout)).toMatchSnapshot()
    expect(calls()).toEqual([
      'POST /functions',
      'POST /sources',
      'PATCH /sources/<id>',
      'POST /tracking-plans',
      'PUT /tracking-plans/<id>/rules',
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
    const { steps, ...rest } = JSON.parse(stdout)
    expect({ code, ...rest }).toEqual({ code: 0, environment: 'dev', workspace: 'Acme Dev', pending: [], done: true })
    expect(steps.map(({ subject, action }: { subject: string; action: string }) => `${action} ${subject}`)).toEqual([
      'create function',
      'create source',
      'create tracking plan',
      'replace rules tracking plan',
      'connect tracking plan',
      'deploy deployment',
    ])
  })
})

test('a second deployment writes nothing', async () => {
  await deployed()
  expect(await workspace().command('deploy')).toEqual({
    code: 0,
    stdout: 'dev: nothing to do; it matches the repository.\n',
    stderr: '',
  })
  expect(calls()).toEqual([])
})

describe('a change of', () => {
  test.each<[string, object, object, string[]]>([
    ['the description', {}, { function: { displayName: 'P', description: 'New' } }, ['PATCH /functions/sfnc_<id>']],
    [
      'the logo',
      {},
      { function: { displayName: 'P', description: 'Loyalty', logoUrl: 'https://example.com/a.png' } },
      ['PATCH /functions/sfnc_<id>'],
    ],
    [
      'the code',
      {},
      { eventAliases: { ACCRUAL: 'Add/Redeem' } },
      ['PATCH /functions/sfnc_<id>', 'POST /functions/sfn_<id>/deploy'],
    ],
    ['the name', { source: { slug: 'paytronix_dev', name: 'New' } }, {}, ['PATCH /sources/<id>']],
    [
      'the emitted names of events',
      settingsWith({ eventNames: { 'Check-In': 'Visit' } }),
      {},
      ['PATCH /sources/<id>', 'PATCH /sources/<id>', 'PUT /tracking-plans/<id>/rules'],
    ],
    ['the tracking plan to none', { trackingPlan: undefined }, {}, []],
  ])('%s is sent, and nothing else', async (_, environment, rest, expected) => {
    await deployed()
    const { code } = await workspace().command('deploy --yes', { config: configWith(environment, rest) })
    expect({ code, calls: calls() }).toEqual({ code: 0, calls: expected })
  })

  test('a setting keeps the secret, though Segment drops what is not sent', async () => {
    await deployed()
    const config = configWith(settingsWith({ merchantId: '2000' }))
    expect((await workspace().command('deploy --yes', { config })).code).toBe(0)
    expect(source()?.settings).toEqual({ merchantId: '2000', userIdFrom: ['accountId'], sharedSecret: secret })
  })

  test('a setting that is no longer named makes it blank', async () => {
    await deployed()
    const config = configWith({ settings: { sharedSecret: { env: 'PAYTRONIX_SHARED_SECRET' } } })
    expect((await workspace().command('deploy --yes', { config })).code).toBe(0)
    expect(source()?.settings).toEqual({ merchantId: '', userIdFrom: [], sharedSecret: secret })
    expect(await workspace().command('deploy', { config })).toMatchObject({ code: 0 })
  })

  test('a disabled source is enabled', async () => {
    await deployed()
    workspace().segment.app.setEnabled(source()?.id ?? '', false)
    expect((await workspace().command('deploy --yes')).stdout).toContain('enabled: false → true')
    expect({ enabled: source()?.enabled, calls: calls() }).toEqual({ enabled: true, calls: ['PATCH /sources/<id>'] })
  })

  test('rules that others added are removed', async () => {
    await deployed()
    const [plan] = workspace().segment.state.trackingPlans
    const [rule] = plan?.rules ?? []
    if (rule !== undefined) plan?.rules.push({ ...rule, key: 'Theirs' })
    const { stdout } = await workspace().command('deploy --yes')
    expect(stdout).toContain('TRACK Theirs: removed')
    expect(plan?.rules).toHaveLength(trackingPlanRules(events).length)
  })
})

describe('secrets', () => {
  test('are sent again with --secrets', async () => {
    await deployed()
    const env = { PAYTRONIX_SHARED_SECRET: 'another-one' }
    expect((await workspace().command('deploy --yes --secrets', { env })).code).toBe(0)
    expect(source()?.settings).toMatchObject({ sharedSecret: 'another-one' })
    expect(calls()).toEqual(['PATCH /sources/<id>'])
  })

  test('that Segment does not have are named, and the command fails', async () => {
    const without = configWith({ settings: { merchantId: '1000', userIdFrom: ['accountId'] } })
    expect((await workspace().command('deploy --yes', { config: without })).code).toBe(0)
    workspace().writes()
    const { code, stdout, stderr } = await workspace().command('deploy --yes', { config: configWith({}) })
    expect({ code, stdout, stderr, calls: calls() }).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'error: sharedSecret is not set in Segment; deploy with --secrets to set it from PAYTRONIX_SHARED_SECRET; the rest is as the repository says\n',
      calls: [],
    })
    expect((await workspace().command('deploy --yes --secrets')).code).toBe(0)
    expect(source()?.settings).toMatchObject({ sharedSecret: secret })
  })

  test('that Segment does not have are reported by a dry run too', async () => {
    const without = configWith({ settings: { merchantId: '1000', userIdFrom: ['accountId'] } })
    await workspace().command('deploy --yes', { config: without })
    expect(await workspace().command('deploy --dry-run', { config: configWith({}) })).toEqual({
      code: 0,
      stdout: 'sharedSecret is not set in Segment; deploy with --secrets to set it from PAYTRONIX_SHARED_SECRET.\n',
      stderr: '',
    })
  })

  test.each(['', ' --json'])('that were sent, and that Segment does not show, end deploy%s with 1', async (json) => {
    await deployed()
    const { sharedSecret: _, ...kept } = source()?.settings ?? {}
    Object.defineProperty(source(), 'settings', { get: () => kept, set: () => undefined })
    const { code, stderr } = await workspace().command(`deploy --yes --secrets${json}`)
    expect({ code, stderr, calls: calls() }).toEqual({
      code: 1,
      stderr:
        'error: sharedSecret is not set in Segment; deploy with --secrets to set it from PAYTRONIX_SHARED_SECRET; the rest is as the repository says\n',
      calls: ['PATCH /sources/<id>'],
    })
  })

  test.each(['deploy --yes', 'deploy --yes --secrets'])(
    'must be there for %s, before anything is written',
    async (line) => {
      if (line.includes('secrets')) await deployed()
      const { code, stderr } = await workspace().command(line, { env: { PAYTRONIX_SHARED_SECRET: '' } })
      expect({ code, stderr, calls: calls() }).toEqual({
        code: 1,
        stderr:
          'error: this deployment must send PAYTRONIX_SHARED_SECRET, which is not set; put it in .env or the environment\n',
        calls: [],
      })
    },
  )

  test('are not taken from what Segment shows in their place', async () => {
    const { code, stderr } = await workspace().command('deploy --yes', { env: { PAYTRONIX_SHARED_SECRET: '••••' } })
    expect({ code, stderr, calls: calls() }).toEqual({
      code: 1,
      stderr:
        'error: PAYTRONIX_SHARED_SECRET contains the dots that Segment shows in place of a secret; put the secret itself in .env or the environment\n',
      calls: [],
    })
  })

  test('that only Segment knows are not put at risk', async () => {
    await deployed()
    const config = configWith({ settings: { merchantId: '2000' } })
    const { code, stderr } = await workspace().command('deploy --yes', { config })
    expect(stderr).toMatch(
      /^error: the source "paytronix_dev" has a sharedSecret that segment.config.json does not name/,
    )
    expect({ code, calls: calls() }).toEqual({ code: 1, calls: [] })
  })
})

describe('code that is not ours', () => {
  const edit = (change: (code: string) => string) => {
    const { id = '', versions = [] } = savedFunction() ?? {}
    workspace().segment.app.editCode(id, change(versions.at(-1)?.code ?? ''))
  }

  test('edited in Segment stops the deployment, with the diff', async () => {
    await deployed()
    edit((code) => code.replace('return paytronix(', 'console.log(1)\n  return paytronix('))
    const { code, stdout, stderr } = await workspace().command('deploy --yes')
    expect({ code, stdout, calls: calls() }).toEqual({ code: 1, stdout: '', calls: [] })
    expect(steady(stderr)).toMatchSnapshot()
  })

  test('without our banner stops it too', async () => {
    await deployed()
    edit(() => 'async function onRequest() {}')
    const { code, stderr } = await workspace().command('deploy --yes')
    expect({ code, calls: calls() }).toEqual({ code: 1, calls: [] })
    expect(stderr).toContain("error: the function's code in Segment is not of this project, and deploy would overwrite")
  })

  test('is overwritten with --force', async () => {
    await deployed()
    edit((code) => `${code}// mine\n`)
    expect((await workspace().command('deploy --yes --force')).code).toBe(0)
    expect(calls()).toEqual(['PATCH /functions/sfnc_<id>', 'POST /functions/sfn_<id>/deploy'])
    expect(codes()?.[0]).toBe(codes()?.at(-1))
  })

  test('does not stop it when it is an older build', async () => {
    await deployed()
    edit(() => sign('async function onRequest() {}\n', { ...about, version: '0.0.1' }))
    expect((await workspace().command('deploy --yes')).code).toBe(0)
  })

  test('does not stop it when only line ends were changed', async () => {
    await deployed()
    edit((code) => `${code.replaceAll('\n', '\r\n')}\r\n`)
    workspace().segment.app.deploy(savedFunction()?.id ?? '')
    expect(await workspace().command('deploy --yes')).toMatchObject({ code: 0, stderr: '' })
    expect(calls()).toEqual([])
  })
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

describe('what only a person can decide stops it before anything is written', () => {
  test.each<[string, () => void, object, RegExp]>([
    [
      'two functions of the name',
      () => {
        for (const _ of [1, 2]) workspace().segment.app.addFunction({ displayName: 'Paytronix (dev)', code: '//' })
      },
      {},
      /^error: the workspace has 2 source functions named "Paytronix \(dev\)"/,
    ],
    [
      'a slug that is taken',
      () => {
        const other = workspace().segment.app.addFunction({ displayName: 'Other', code: '//' })
        workspace().segment.app.addInstance(other, { slug: 'paytronix_dev', name: 'Other' })
      },
      {},
      /^error: the source "paytronix_dev" exists but does not belong to the function/,
    ],
    [
      'an unknown zone',
      () => undefined,
      settingsWith({ timeZone: 'Mars/Base' }),
      /^error: segment\.config\.json: environments\.dev\.settings\.timeZone: expected an IANA time zone/,
    ],
    [
      'an unknown zone from the environment',
      () => undefined,
      settingsWith({ timeZone: { env: 'PAYTRONIX_SHARED_SECRET' } }),
      /^error: settings: timeZone: expected an IANA time zone/,
    ],
    [
      'a setting from a variable that is not set',
      () => undefined,
      settingsWith({ merchantId: { env: 'MERCHANT' } }),
      /^error: the setting merchantId needs MERCHANT, which is not set/,
    ],
  ])('%s', async (_, prepare, environment, message) => {
    prepare()
    const { code, stdout, stderr } = await workspace().command('deploy --yes', { config: configWith(environment) })
    expect({ code, stdout, calls: calls() }).toEqual({ code: 1, stdout: '', calls: [] })
    expect(stderr).toMatch(message)
  })

  test('a source that is connected to another tracking plan', async () => {
    await deployed()
    const { code, stderr } = await workspace().command('deploy --yes', {
      config: configWith({ trackingPlan: 'Other' }),
    })
    expect({ code, calls: calls() }).toEqual({ code: 1, calls: [] })
    expect(stderr).toMatch(/^error: the source is connected to a tracking plan other than "Other"/)
  })
})

describe('consent', () => {
  test.each([
    [['y\n'], 0, ''],
    [['Yes\n'], 0, ''],
    [['n\n'], 1, 'Nothing was changed.\n'],
    [['\n'], 1, 'Nothing was changed.\n'],
    [[], 1, '\nNothing was changed.\n'],
  ])('the answer %j ends with %j', async (lines: string[], expected, note) => {
    const { code, stderr } = await workspace().command('deploy', { stdin: Readable.from(lines), isTTY: true })
    expect({ code, isWritten: calls().length > 0 }).toEqual({ code: expected, isWritten: expected === 0 })
    expect(stderr.split('[y/N] ')[1]?.split('\r')[0]).toBe(note)
  })

  test('is asked for again when the function was edited meanwhile', async () => {
    await deployed()
    const config = configWith({}, { eventAliases: { ACCRUAL: 'Add/Redeem' } })
    const { id = '', versions = [] } = savedFunction() ?? {}
    async function* answer() {
      workspace().segment.app.editCode(id, `${versions.at(-1)?.code}// mine\n`)
      yield 'y\n'
    }
    const { code, stderr } = await workspace().command('deploy', {
      config,
      stdin: Readable.from(answer()),
      isTTY: true,
    })
    expect({ code, calls: calls() }).toEqual({ code: 1, calls: [] })
    expect(stderr).toContain('the workspace changed since the question; run the command again')
  })

  test.each(['deploy', 'deploy --json'])('%s without a terminal needs --yes', async (line) => {
    const { code, stderr } = await workspace().command(line)
    expect({ code, stderr, calls: calls() }).toEqual({
      code: 2,
      stderr: 'error: cannot ask for confirmation here; add --yes to go on without it\n',
      calls: [],
    })
  })

  test.each(['deploy --dry-run', 'deploy --dry-run --yes'])('%s writes nothing', async (line) => {
    const { code, stdout } = await workspace().command(line)
    expect({ code, calls: calls() }).toEqual({ code: 0, calls: [] })
    expect(stdout).toMatch(/\nNothing was changed: this was a dry run of 6 steps\.\n$/)
  })
})

describe('wrong use', () => {
  test.each<[string, Record<string, string>, number, RegExp]>([
    ['no token', { SEGMENT_TOKEN: '' }, 1, /^error: SEGMENT_TOKEN is not set; create a token in Segment/],
    ['a token with a line break', { SEGMENT_TOKEN: 'a\nb' }, 1, /^error: SEGMENT_TOKEN contains characters/],
    [
      'an address that is none',
      { SEGMENT_API_URL: 'ftp://x' },
      1,
      /^error: SEGMENT_API_URL: expected an https address/,
    ],
    [
      'an address with a user',
      { SEGMENT_API_URL: 'http://user:hunter2@127.0.0.1:9' },
      1,
      /^error: SEGMENT_API_URL: expected an https address \(or http on this machine\) without user and query; correct it/,
    ],
    [
      'an address to which the token would go unencrypted',
      { SEGMENT_API_URL: 'http://localhost.example:9' },
      1,
      /^error: SEGMENT_API_URL: expected an https address \(or http on this machine\)/,
    ],
    [
      'a wrong token',
      { SEGMENT_TOKEN: 'wrong' },
      1,
      /^error: GET \/: Segment answered 401, .*check SEGMENT_TOKEN and the/,
    ],
  ])('%s', async (_, env, expected, message) => {
    const { code, stdout, stderr } = await workspace().command('deploy --yes', { env })
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' })
    expect(stderr).toMatch(message)
  })
})

describe('where Segment keeps settings that are not sent', () => {
  const merging = useWorkspace({ sourceSettings: 'merge' })

  test('a secret is not sent with the others', async () => {
    const { segment, command, writes } = merging()
    await command('deploy --yes')
    writes()
    const config = configWith(settingsWith({ merchantId: '2000' }))
    expect((await command('deploy --yes', { config })).code).toBe(0)
    expect(writes().map(steady)).toEqual(['PATCH /sources/<id>'])
    const [source] = segment.state.sources
    expect(source?.settings).toMatchObject({ merchantId: '2000', sharedSecret: secret })
    expect(segment.requests.filter(({ method }) => method === 'PATCH').at(-1)?.body).toEqual({
      settings: { merchantId: '2000', userIdFrom: ['accountId'] },
    })
  })
})

describe('faults', () => {
  test.each([
    ['429 with a header', faults.rateLimited({ retryAfter: 7 }), [7000]],
    ['429 with a body only', faults.rateLimited({ msBeforeNext: 1500 }), [1500]],
    ['500', faults.failure(500), []],
    ['503', faults.failure(503), []],
    ['a reset', faults.reset, []],
    ['a page of a proxy', faults.htmlPage, []],
    ['an answer that is lost', faults.afterwards(faults.reset), []],
    ['an error after the work was done', faults.afterwards(faults.failure(500)), []],
    ['a page after the work was done', faults.afterwards(faults.htmlPage), []],
  ])('every call failing once with %s delays the first deployment, and no more', async (_, fault, waits) => {
    const { segment, command } = workspace()
    segment.failEveryCallOnce(fault)
    expect((await command('deploy --yes')).code).toBe(0)
    expect([...new Set(workspace().waits)]).toEqual(waits)
    expect({ functions: segment.state.functions.length, sources: segment.state.sources.length }).toEqual({
      functions: 1,
      sources: 1,
    })
    expect({ plans: segment.state.trackingPlans.length, versions: codes()?.length }).toEqual({ plans: 1, versions: 1 })
    workspace().writes()
    expect(await command('deploy')).toMatchObject({ code: 0, stderr: '' })
    expect(calls()).toEqual([])
  })

  test.each([
    ['optional members missing', faults.sparse],
    ['unknown members', faults.verbose],
  ])('answers with %s once do no harm', async (_, fault) => {
    workspace().segment.failEveryCallOnce(fault)
    expect((await workspace().command('deploy --yes')).code).toBe(0)
    expect(codes()).toHaveLength(1)
  })

  const writes = 7
  const places = Array.from({ length: writes }, (_, index) => index)

  test.each([...places.map((k) => [k, false] as const), ...places.slice(1).map((k) => [k, true] as const)])(
    'cut off after %j writes (the last answer lost: %j), the next run completes',
    async (count, isAnswerLost) => {
      const { segment, command } = workspace()
      segment.interruptAfter(count, { isAnswerLost })
      const { code, stderr } = await command('deploy --yes')
      expect(code).toBe(1)
      expect(stderr).toMatch(/steps are done; run the same command to continue\)\n$/)
      segment.recover()
      expect((await command('deploy --yes')).code).toBe(0)
      expect({ functions: segment.state.functions.length, sources: segment.state.sources.length }).toEqual({
        functions: 1,
        sources: 1,
      })
      expect(source()).toMatchObject({ name: 'Paytronix_Dev', deployedVersionId: savedFunction()?.versions.at(-1)?.id })
      expect(segment.state.trackingPlans.map(({ rules }) => rules.length)).toEqual([trackingPlanRules(events).length])
    },
  )

  test('a secret that was dropped before the run was cut off is reported by the next one, and set by --secrets', async () => {
    await deployed()
    const config = configWith(settingsWith({ merchantId: '2000' }))
    const { segment, command } = workspace()
    segment.interruptAfter(1)
    expect((await command('deploy --yes', { config })).code).toBe(1)
    segment.recover()
    expect(await command('deploy --yes', { config })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^error: sharedSecret is not set in Segment; deploy with --secrets to set it/),
    })
    expect((await command('deploy --yes --secrets', { config })).code).toBe(0)
    expect(source()?.settings).toEqual({ merchantId: '2000', userIdFrom: ['accountId'], sharedSecret: secret })
  })

  test('new code that was saved and not deployed is deployed by the next run', async () => {
    await deployed()
    const config = configWith({}, { eventAliases: { ACCRUAL: 'Add/Redeem' } })
    const { segment, command } = workspace()
    segment.interruptAfter(1)
    expect((await command('deploy --yes', { config })).code).toBe(1)
    segment.recover()
    workspace().writes()
    expect((await command('deploy --yes', { config })).code).toBe(0)
    expect(calls()).toEqual(['POST /functions/sfn_<id>/deploy'])
  })

  test.each(['plan', 'status', 'pull', 'rollback'])('every call of %s failing once is no failure', async (line) => {
    await deployed()
    workspace().segment.failEveryCallOnce(faults.reset)
    expect((await workspace().command(line)).code).toBe(0)
  })

  test('a call that goes on failing is tried six times', async () => {
    const { segment, command } = workspace()
    segment.fail('POST /functions', faults.failure(503), 99)
    const { code, stderr } = await command('deploy --yes')
    expect(code).toBe(1)
    expect(calls()).toEqual(Array(6).fill('POST /functions'))
    expect(stderr).toContain('trying again (5 of 5)')
  })

  test.each([400, 403, 404, 409, 413, 422])('a call that is answered %j is not tried again', async (status) => {
    const { segment, command } = workspace()
    segment.fail('POST /functions', faults.failure(status, 'no such luck'), 99)
    const { code, stderr } = await command('deploy --yes')
    expect(stderr).toMatch(
      new RegExp(`^error: POST /functions: Segment answered ${status}, no such luck.*\\(0 of 6 steps`),
    )
    expect({ code, calls: calls() }).toEqual({ code: 1, calls: ['POST /functions'] })
  })

  test('a function that Segment cannot run is not sent again', async () => {
    const { segment, command } = workspace()
    segment.fail('POST /functions', faults.failure(500, 'function invocation failed: SyntaxError'), 99)
    expect((await command('deploy --yes')).code).toBe(1)
    expect(calls()).toEqual(['POST /functions'])
  })
})
