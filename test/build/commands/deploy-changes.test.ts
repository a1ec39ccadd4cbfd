import { configWith, secret, settingsWith } from '../segment-api/workspace'
import { useDeployment } from './use-deployment'

const { workspace, source, calls, deployed } = useDeployment()

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
      ['PATCH /tracking-plans/<id>/rules', 'PATCH /sources/<id>'],
    ],
    ['the tracking plan to none', { trackingPlan: undefined }, {}, []],
  ])('%s is sent, and nothing else', async (_, environment, rest, expected) => {
    await deployed()
    const { code } = await workspace().command('deploy --yes', { config: configWith(environment, rest) })
    expect({ code, calls: calls() }).toEqual({ code: 0, calls: expected })
  })

  test('a setting keeps the secret, though Segment drops what is not sent', async () => {
    await deployed()
    const config = configWith(settingsWith({ timeZone: 'UTC' }))
    expect((await workspace().command('deploy --yes', { config })).code).toBe(0)
    expect(source()?.settings).toEqual({
      ...{ merchantId: '1000', userIdFrom: ['accountId'], timeZone: 'UTC', sharedSecret: secret },
    })
  })

  test('a setting that is no longer named makes it blank', async () => {
    await deployed()
    const config = configWith({ settings: { merchantId: '1000', sharedSecret: { env: 'PAYTRONIX_SHARED_SECRET' } } })
    expect((await workspace().command('deploy --yes', { config })).code).toBe(0)
    expect(source()?.settings).toEqual({ merchantId: '1000', userIdFrom: [], sharedSecret: secret })
    expect(await workspace().command('deploy', { config })).toMatchObject({ code: 0 })
  })

  test('settings comes after the code that knows them is deployed', async () => {
    await deployed()
    const config = configWith(settingsWith({ timeZone: 'UTC' }), { eventAliases: { ACCRUAL: 'Add/Redeem' } })
    expect((await workspace().command('deploy --yes', { config })).code).toBe(0)
    expect(calls()).toEqual(['PATCH /functions/sfnc_<id>', 'POST /functions/sfn_<id>/deploy', 'PATCH /sources/<id>'])
  })
})

describe('a source that somebody disabled', () => {
  beforeEach(async () => {
    await deployed()
    workspace().segment.app.setEnabled(source()?.id ?? '', false)
  })

  test('stays disabled, which is told', async () => {
    const { code, stdout } = await workspace().command('deploy --yes', { columns: 120 })
    expect({ code, enabled: source()?.enabled, calls: calls() }).toEqual({ code: 0, enabled: false, calls: [] })
    expect(stdout).toContain(
      '! somebody disabled the source "paytronix_dev", and it stays disabled; --enable enables it',
    )
  })

  test('is enabled with --enable', async () => {
    const { code, stdout } = await workspace().command('deploy --yes --enable')
    expect(stdout).toContain('enabled: false → true')
    expect({ code, enabled: source()?.enabled }).toEqual({ code: 0, enabled: true })
    expect(calls()).toEqual(['PATCH /sources/<id>'])
  })
})
