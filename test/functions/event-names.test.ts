import { eventNameRun } from './event-name-run'
import { builtWith, type Members } from './property-run'
import { sender, trackCall, tracksOf } from './run'

const send = sender()
const { nameOf, rejectionOf } = eventNameRun(send)
const guest = { userId: 'U-1' }

describe('eventNames', () => {
  test.each<[eventNames: Members, type: string, name: string, reason: string]>([
    [{ 'Check-In': 'Visit' }, 'Check-In', 'Visit', 'by its name'],
    [{ 'Check-In': 'Visit' }, 'check in', 'Visit', 'by its name, spelt in another way in the event'],
    [{ CHECK_IN: 'Visit' }, 'Check-In', 'Visit', 'by its name, spelt in another way in the setting'],
    [{ checkin: '  Visit ' }, 'Check-In', 'Visit', 'blanks around the new name go'],
    [{ 'Check-In': 'Check-in' }, 'CheckIn', 'Check-in', 'the same letters in another spelling'],
    [{ 'Recharge Value': 'Top-Up' }, 'Recharge', 'Top-Up', 'by its name, sent under another'],
    [{ recharge: 'Top-Up' }, 'Recharge Value', 'Top-Up', 'by its other name, sent under the first'],
    [{ recharge: 'Top-Up' }, 'Recharge', 'Top-Up', 'by its other name, sent under it'],
    [{ 'Add/Redeem': 'Points' }, 'Accrual/Redemption', 'Points', 'by its name, sent under another'],
    [{ 'Check-In': 'Visit' }, 'Referral', 'Referral', 'the name of another event'],
    [{ 'Check-In': '' }, 'Check-In', 'Check-In', 'a blank name is none'],
    [{ 'Check-In': ' ' }, 'Check-In', 'Check-In', 'a blank name is none'],
    [{}, 'Check-In', 'Check-In', 'no name'],
    [{ 'Check-In': 'Referral', Referral: 'Check-In' }, 'Check-In', 'Referral', 'names change places'],
  ])('%j makes %s %s: %s', async (eventNames, type, name) => expect(await nameOf({ type }, { eventNames })).toBe(name))

  test('renames an unknown type that is tracked', async () => {
    expect(await nameOf({ type: 'Foo-Bar' }, { eventNames: { FOO_BAR: 'Foo' }, unknownEvents: 'track' })).toBe('Foo')
  })

  test.each([
    { 'Check-In': 'A', 'check in': 'B' },
    { 'check in': 'B', 'Check-In': 'A' },
  ])('of two spellings of one name, the alphabetically first counts: %j', async (eventNames) =>
    expect(await nameOf({ type: 'Check-In' }, { eventNames })).toBe('A'),
  )

  test('makes no unknown type a known one, nor a known one unknown', async () => {
    expect(await rejectionOf({ type: 'Visit' }, { eventNames: { 'Check-In': 'Visit' } })).toContain('"Visit"')
    expect(await rejectionOf({ type: 'FOO' }, { eventNames: { FOO: 'Check-In' } })).toContain('"FOO"')
  })

  test('leaves the event’s own properties and its profile as they are', async () => {
    const settings = { eventNames: { 'Recharge Value': 'Check-In', 'Web Registration': 'Joined' }, identify: 'profile' }
    const recharge = await send({ type: 'Recharge', ...guest, amount: '5' }, { settings })
    expect(recharge.calls).toEqual([trackCall('Check-In', { userId: 'U-1', properties: { amount: 5 } })])
    const joined = await send({ type: 'Web Registration', ...guest, phone: '2075550142' }, { settings })
    expect(tracksOf(joined).map(({ event }) => event)).toEqual(['Joined'])
    expect(joined.calls).toHaveLength(2)
  })

  test('never matches a name of the prototype', async () => {
    const eventNames = JSON.parse('{"__proto__":"A","constructor":"B","toString":"C"}')
    expect(await nameOf({ type: 'Check-In' }, { eventNames })).toBe('Check-In')
  })
})

describe('eventAliases', () => {
  const run = builtWith({ eventAliases: { VISIT_STARTED: 'Check-In', Referral: 'Add/Redeem' }, mappings: {} })
  const nameFrom = async (type: string, settings: Members = {}) => {
    const outcome = await run({ body: JSON.stringify({ ...guest, type }), settings })
    return tracksOf(outcome)[0]?.event
  }

  test.each([
    ['VISIT_STARTED', 'Check-In'],
    ['visit started', 'Check-In'],
    ['Visit-Started!', 'Check-In'],
    ['Check-In', 'Check-In'],
    ['Referral', 'Add/Redeem'],
  ])('make %s %s', async (type, name) => expect(await nameFrom(type)).toBe(name))

  test.each([
    [{ 'Check-In': 'Visit' }, 'VISIT_STARTED', 'Visit'],
    [{ 'Visit Started': 'Visit' }, 'VISIT_STARTED', 'Visit'],
  ])('are renamed by %j: %s is tracked as %s', async (eventNames, type, name) => {
    expect(await nameFrom(type, { eventNames })).toBe(name)
  })
})
