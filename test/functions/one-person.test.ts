import type { Members } from './property-run'
import { sender, wholeCalls } from './run'

const send = sender()
const dana = { firstName: 'Dana', email: 'dana@example.com' }
const kim = { firstName: 'Kim', lastName: 'Poe', phone: '2075550142', username: 'kim', address: { city: 'Bath' } }

/** The traits and the user id that an event gives. */
async function guestOf(event: Members) {
  const outcome = await send({ type: 'Check-In', ...event })
  expect(outcome).toMatchObject({ status: 'ok', warnings: [], errors: [] })
  const [identify] = wholeCalls(outcome)
  return { userId: identify?.userId, ...identify?.traits }
}

const account = { accountId: 'A-1' }
const known = { userId: 'A-1', account_id: 'A-1' }

test.each<[sentence: string, event: Members]>([
  ['guest before customer', { guest: dana, customer: kim }],
  ['guest before user', { guest: dana, user: kim }],
  ['customer before user', { customer: dana, user: kim }],
  [
    'guest in an outer layer before customer in an inner',
    { accountId: 'A-1', guest: dana, data: { ...account, customer: kim } },
  ],
])('of several people one is the guest: %s', async (_, event) => {
  expect(await guestOf({ ...account, ...event })).toEqual({ ...known, ...dana })
})

test.each(['fields', 'userFields', 'setUserFields'])('%s are the guest’s beside anybody', async (section) => {
  expect(await guestOf({ ...account, guest: dana, [section]: { lastName: 'Lee' } })).toEqual({
    ...known,
    ...dana,
    lastName: 'Lee',
  })
  expect(await guestOf({ ...account, user: kim, [section]: dana })).toEqual({ ...known, ...dana })
})

test('guest comes before fields, and those before userFields and setUserFields', async () => {
  const sections = { fields: { firstName: 'B', lastName: 'C' }, userFields: { lastName: 'D', email: 'e@example.com' } }
  const setUserFields = { email: 'f@example.com', username: 'g' }
  expect(await guestOf({ ...account, guest: { firstName: 'A' }, ...sections, setUserFields })).toEqual({
    ...known,
    firstName: 'A',
    lastName: 'C',
    email: 'e@example.com',
    username: 'g',
  })
})

describe('user', () => {
  test('is the guest where nothing else tells who that is', async () => {
    expect(await guestOf({ user: { userId: 'U-1', ...dana } })).toEqual({ userId: 'U-1', ...dana })
    expect(await guestOf({ user: dana })).toEqual({ userId: undefined, ...dana })
  })

  test.each<[sentence: string, event: Members, traits: Members]>([
    ['a user id', { userId: 'U-1', lastName: 'Lee' }, { userId: 'U-1', lastName: 'Lee' }],
    ['an account id', account, known],
    ['a card', { cardInfo: { printedCardNumber: '0417' } }, { userId: undefined, printed_card_number: '0417' }],
    ['an e-mail', { email: 'd@example.com' }, { userId: undefined, email: 'd@example.com' }],
    ['a phone', { phone: '2075550199' }, { userId: undefined, phone: '+12075550199' }],
    ['a phone among fields', { fields: { phone: '2075550199' } }, { userId: undefined, phone: '+12075550199' }],
  ])('is somebody else beside %s', async (_, event, traits) => {
    expect(await guestOf({ ...event, user: { userId: 'till-7', ...kim } })).toEqual(traits)
  })

  test('is the guest beside an id that is nobody’s', async () => {
    expect(await guestOf({ accountId: '0', user: { userId: 'U-1' }, lastName: 'Lee' })).toEqual({
      userId: 'U-1',
      lastName: 'Lee',
    })
  })
})

describe('referrer', () => {
  test('is the guest of a referral', async () => {
    expect(await guestOf({ type: 'Referral', referrer: { userId: 'U-1', ...dana }, friend: kim })).toEqual({
      userId: 'U-1',
      ...dana,
    })
  })

  test('comes after guest and customer, and before user', async () => {
    const event = { type: 'Referral', ...account }
    expect(await guestOf({ ...event, customer: dana, referrer: kim })).toEqual({ ...known, ...dana })
    expect(await guestOf({ ...event, referrer: dana, user: kim })).toEqual({ ...known, ...dana })
  })

  test('is nobody in another event', async () => {
    expect(await guestOf({ ...account, referrer: kim })).toEqual(known)
  })
})

describe('the address', () => {
  const own = { street: '1 Pier Rd', city: 'Bath', state: 'ME', postalCode: '04530', country: 'US' }
  const sent = { address1: '1 Pier Rd', city: 'Bath', stateProvince: 'me', zip: '04530', country: 'USA' }
  test.each<[sentence: string, event: Members]>([
    ['in addresses', { addresses: [sent, { city: 'Rome' }] }],
    ['in traits.address', { traits: { address: sent } }],
    ['in the guest’s address', { guest: { address: sent } }],
    ['in the guest’s section', { fields: sent }],
    ['in JSON text', { guest: { address: JSON.stringify(sent) } }],
  ])('is found %s', async (_, event) => {
    expect(await guestOf({ ...account, ...event })).toEqual({ ...known, address: own })
  })

  test.each<[sentence: string, event: Members]>([
    ['of the store', { store: { address: sent } }],
    ['at the top of the event', sent],
    ['under address at the top of the event', { address: sent }],
  ])('is not the one %s', async (_, event) => expect(await guestOf({ ...account, ...event })).toEqual(known))
})
