import { trackingPlanRules } from '../../../build/catalog/tracking-plan'
import { events } from '../../../functions/events'
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
