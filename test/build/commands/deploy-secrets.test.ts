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

  test('that Segment does not have are told by a dry run too', async () => {
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
