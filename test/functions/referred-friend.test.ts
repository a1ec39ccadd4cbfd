import { events } from '../../functions/events'
import { bothWays, type Members, track } from './property-run'

const run = bothWays()

describe('a referred friend is never emitted', () => {
  const friend = {
    firstName: 'SECRET-first',
    lastName: 'SECRET-last',
    name: 'SECRET-name',
    email: 'SECRET@example.com',
    phone: 'SECRET-2075550199',
    mobilePhone: 'SECRET-2075550199',
    address: { city: 'SECRET-city' },
  }
  const flat = Object.fromEntries(
    ['friend', 'referred', 'referee', 'referral', 'referredGuest', 'referredFriend'].flatMap((prefix) =>
      Object.entries(friend).map(([key, value]) => [prefix + key.slice(0, 1).toUpperCase() + key.slice(1), value]),
    ),
  )
  const sections = ['friend', 'friends', 'referral', 'referred', 'referredGuest', 'referee', 'contact', 'invitee']
  const cases: [string, Members][] = [
    ...sections.map((section): [string, Members] => [section, { [section]: friend }]),
    ...sections.map((section): [string, Members] => [`a list of ${section}`, { [section]: [friend] }]),
    ['names with a prefix', flat],
    ['a section in referral', { referral: { code: 'r-1', accountId: 5, friend, guest: friend, contact: friend } }],
    ['a section in the wrapper', { data: { referral: friend, friend, ...flat } }],
    ['a section in properties', { properties: { referral: friend, friend, ...flat } }],
    ['a section in traits', { traits: { referral: friend, friend, ...flat } }],
    ['a section in the guest', { guest: { firstName: 'Dana', friend, referral: friend } }],
  ]
  describe.each([['Referral'], ['Refer A Friend'], ['Check-In']])('%s', (eventType) => {
    test.each(cases)('in %s', async (_, members) => {
      const outcome = await run({ body: JSON.stringify({ eventType, userId: 'u-1', ...members }) })
      expect(outcome).toMatchObject({ status: 'ok', error: null })
      expect(JSON.stringify(outcome)).not.toMatch(/SECRET/i)
    })
  })

  test('but what is the friend’s account', async () => {
    const referral = { ...friend, code: 'r-1', accountId: 51830428 }
    expect(await track(run, { eventType: 'Referral', referral, firstName: 'Dana' })).toEqual({
      properties: { first_name: 'Dana', referral_code: 'r-1', referred_account_id: '51830428' },
      warnings: [],
    })
  })

  test('and no property is ever called email, phone or address', async () => {
    const guest = { email: 'dana@example.com', phone: '2075550142', address: { city: 'Bath' } }
    for (const { name } of events) {
      const { properties } = await track(run, { eventType: name, guest, ...guest })
      expect(properties).toEqual({})
    }
  })
})
