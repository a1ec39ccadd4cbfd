import type { Members } from './property-run'
import { sender, wholeCalls } from './run'
import { event } from './settings-event'

const send = sender()
describe('identify', () => {
  const profile = ['Web Registration', 'Loyalty Registration', 'Identify Customer', 'Identify Guest']
  const others = [
    'POS Activity',
    'Referral',
    'Check-In',
    'Recharge Value',
    'Survey Completion',
    'Add/Redeem',
    'Session Concluded',
  ]
  const kinds = async (type: string, members: Members, identify: string) =>
    wholeCalls(await send({ type, ...members }, { settings: { identify } })).map((call) => call.type)
  const guest = { userId: 'U-1', firstName: 'Dana' }

  test.each([...profile, ...others])('always identifies with %s, before the event is tracked', async (type) => {
    expect(await kinds(type, guest, 'always')).toEqual(['identify', 'track'])
  })
  test.each(profile)('profile identifies with %s', async (type) =>
    expect(await kinds(type, guest, 'profile')).toEqual(['identify', 'track']),
  )
  test.each(others)('profile does not identify with %s', async (type) =>
    expect(await kinds(type, guest, 'profile')).toEqual(['track']),
  )
  test.each([...profile, ...others])('never does not identify with %s', async (type) =>
    expect(await kinds(type, guest, 'never')).toEqual(['track']),
  )
  test.each([...profile, ...others])('no setting identifies with %s when there are no traits', async (type) => {
    for (const identify of ['always', 'profile', 'never'])
      expect(await kinds(type, { userId: 'U-1' }, identify)).toEqual(['track'])
  })

  test('never leaves the track call as it is, with the guest in its context', async () => {
    const [, always] = wholeCalls(await send(event))
    expect(wholeCalls(await send(event, { settings: { identify: 'never' } }))).toEqual([always])
    expect(always?.context.traits).toEqual({ firstName: 'Dana' })
  })

  test('is asked of each event of a request by itself', async () => {
    const outcome = await send(
      [
        { type: 'Check-In', ...guest },
        { type: 'Web Registration', ...guest },
      ],
      { settings: { identify: 'profile' } },
    )
    expect(wholeCalls(outcome).map(({ type }) => type)).toEqual(['track', 'identify', 'track'])
  })
})
