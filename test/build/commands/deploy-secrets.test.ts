import { configWith, secret, settingsWith, steady, useWorkspace } from '../segment-api/workspace'
import { useDeployment } from './use-deployment'

const { workspace, source, calls, deployed } = useDeployment()

describe('secrets', () => {
  test('are sent again with --secrets', async () => {
    await deployed()
    const env = { PAYTRONIX_SHARED_SECRET: 'another-one' }
    expect((await workspace().command('deploy --yes --secrets', { env })).code).toBe(0)
    expect(source()?.settings).toMatchObject({ sharedSecret: 'another-one' })
    expect(calls()).toEqual(['PATCH /sources/<id>'])
  })

  test('that Segment does not have are sent', async () => {
    const without = configWith({ settings: { merchantId: '1000', userIdFrom: ['accountId'] } })
    expect((await workspace().command('deploy --yes', { config: without })).code).toBe(0)
    workspace().writes()
    const { stdout } = await workspace().command('deploy --yes', { config: configWith({}) })
    expect(stdout).toContain('sharedSecret: not set → set from PAYTRONIX_SHARED_SECRET')
    expect({ calls: calls(), secret: source()?.settings.sharedSecret }).toEqual({
      calls: ['PATCH /sources/<id>'],
      secret,
    })
  })

  test.each(['', ' --json'])('that were sent, and that Segment does not show, end deploy%s with 1', async (json) => {
    await deployed()
    const { sharedSecret: _, ...kept } = source()?.settings ?? {}
    Object.defineProperty(source(), 'settings', { get: () => kept, set: () => undefined })
    const { code, stdout, stderr } = await workspace().command(`deploy --yes --secrets${json}`)
    const message =
      'everything was sent, but Segment does not show it: source paytronix_dev (update sharedSecret); run the plan command in a minute, and deploy again if it stays so'
    expect({ code, stderr, calls: calls() }).toEqual({
      code: 1,
      stderr: `error: ${message}\n`,
      calls: ['PATCH /sources/<id>'],
    })
    if (json !== '') expect(JSON.parse(stdout)).toMatchObject({ error: { message }, done: [] })
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

  test('that only Segment knows are kept, and told', async () => {
    await deployed()
    const config = configWith({ settings: { merchantId: '1000', userIdFrom: ['accountId'] } })
    const { code, stdout } = await workspace().command('deploy --yes', { config, columns: 120 })
    expect({ code, calls: calls() }).toEqual({ code: 0, calls: [] })
    expect(stdout).toContain('! sharedSecret is set in Segment and not in segment.config.json; it is kept')
  })

  test('that only Segment knows are not put at risk', async () => {
    await deployed()
    const config = configWith({ settings: { merchantId: '1000' } })
    const { code, stderr } = await workspace().command('deploy --yes', { config })
    expect(stderr).toMatch(
      /^error: the source "paytronix_dev" has a sharedSecret that segment.config.json does not name/,
    )
    expect({ code, calls: calls() }).toEqual({ code: 1, calls: [] })
  })
})

describe.each(['replace', 'merge'] as const)('where PATCH does %s settings', (sourceSettings) => {
  const use = useWorkspace({ sourceSettings })

  test('the secret is sent with the others, in one call, so that no moment is open', async () => {
    const { segment, command, writes } = use()
    await command('deploy --yes')
    writes()
    const config = configWith(settingsWith({ timeZone: 'UTC' }))
    expect((await command('deploy --yes', { config })).code).toBe(0)
    expect(writes().map(steady)).toEqual(['PATCH /sources/<id>'])
    expect(segment.requests.filter(({ method }) => method === 'PATCH').at(-1)?.body).toEqual({
      settings: { merchantId: '1000', userIdFrom: ['accountId'], timeZone: 'UTC', sharedSecret: secret },
    })
  })
})
