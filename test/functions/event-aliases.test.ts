import { builtWith, callsOf, type Members, track } from './property-run'

describe('event aliases', () => {
  const run = builtWith({
    eventAliases: { VISIT: 'Check-In', 'loyalty earn': 'Add/Redeem', 'Sign-Up': 'Web Registration' },
    mappings: {},
  })
  const nameOf = async (eventType: string, settings: Members = {}) => {
    const outcome = await run({ body: JSON.stringify({ eventType, userId: 'u-1' }), settings })
    return callsOf(outcome).at(-1)?.event ?? outcome.status
  }

  test.each([
    ['VISIT', 'Check-In', 'the alias'],
    ['visit', 'Check-In', 'in another case'],
    [' V.I.S.I.T ', 'Check-In', 'with punctuation'],
    ['LOYALTY_EARN', 'Add/Redeem', 'in another spelling'],
    ['LoyaltyEarn', 'Add/Redeem', 'in another spelling'],
    ['sign up', 'Web Registration', 'in another spelling'],
    ['Check-In', 'Check-In', 'a documented name'],
    ['Accrual/Redemption', 'Add/Redeem', 'a documented other name'],
    ['No Such Visit', 'unsupported', 'neither an alias nor a documented name'],
  ])('%s is %s: %s', async (sent, name) => expect(await nameOf(sent)).toBe(name))

  test.each([
    ['the documented name', { 'Check-In': 'Visited' }],
    ['the alias', { visit: 'Visited' }],
  ])('an alias is renamed by %s in the setting eventNames', async (_, eventNames) => {
    expect(await nameOf('VISIT', { eventNames })).toBe('Visited')
  })

  test('an alias has the properties of its event', async () => {
    const event = { eventType: 'VISIT', expirationTime: '2026-07-18T23:04:32Z', checkNumber: '5' }
    expect(await track(run, event)).toEqual({
      properties: { sent_type: 'VISIT', expires_at: '2026-07-18T23:04:32.000Z' },
      warnings: [],
    })
  })

  test('an alias may stand in the URL', async () => {
    const outcome = await run({ body: '{"userId": "u-1"}', query: 'event=visit' })
    expect(callsOf(outcome)[0]?.event).toBe('Check-In')
  })

  test('an alias of a registration identifies under identify: profile', async () => {
    const body = JSON.stringify({ eventType: 'SIGN UP', userId: 'u-1', firstName: 'Dana' })
    const outcome = await run({ body, settings: { identify: 'profile' } })
    expect(callsOf(outcome).map(({ type }) => type)).toEqual(['identify', 'track'])
  })
})
