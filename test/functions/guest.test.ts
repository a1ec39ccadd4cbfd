import { guestSections, type Pair, type Row, testRows } from './property-rows'
import { bothWays, callsOf, track } from './property-run'

const run = bothWays()

const sections = guestSections
const names: readonly [Pair, Pair] = [
  [' Dana Lee ', 'Dana Lee'],
  ['Sam', 'Sam'],
]
const answers: readonly [Pair, Pair] = [
  ['Y', true],
  ['N', false],
]

const rows: readonly Row[] = [
  { property: 'first_name', kind: 'text', values: names, names: ['first_name'], sections },
  { property: 'last_name', kind: 'text', values: names, names: ['last_name'], sections },
  { property: 'email_opt_in', kind: 'other', values: answers, names: ['email_opt_in', 'optIn'], sections },
  {
    property: 'text_opt_in',
    kind: 'other',
    values: answers,
    names: ['text_opt_in', 'textCampaignOptIn', 'smsOptIn'],
    sections,
  },
]
testRows(run, rows)

describe('an opt-in is given in many ways', () => {
  const optIns: [unknown, boolean][] = [
    ...[true, 'true', 'Y', 'yes', 1, '1', 'opted_in'].map((sent): [unknown, boolean] => [sent, true]),
    ...[false, 'false', 'N', 'no', 0, '0', 'opted_out'].map((sent): [unknown, boolean] => [sent, false]),
  ]
  test.each(optIns)('%j is %j', async (sent, emitted) => {
    const { properties, warnings } = await track(run, { optIn: sent, fields: { textCampaignOptIn: [sent] } })
    expect({ properties, warnings }).toEqual({
      properties: { email_opt_in: emitted, text_opt_in: emitted },
      warnings: [],
    })
  })

  test.each<[sent: unknown, reason: string]>([
    ['maybe', 'neither yes nor no'],
    ['unknown', 'neither yes nor no'],
    ['-on', 'a sign before it'],
    ['PENDING', 'neither yes nor no'],
    [2, 'neither 1 nor 0'],
    [-1, 'neither 1 nor 0'],
    [0.5, 'neither 1 nor 0'],
    ['10', 'neither 1 nor 0'],
    [{ value: true }, 'an object'],
  ])('%j stays absent, and is never false: %s', async (sent) => {
    const { properties, warnings } = await track(run, { optIn: sent, smsOptIn: sent })
    expect(properties).toEqual({})
    expect(warnings).toHaveLength(2)
  })

  test.each([
    ['smsOptInVerified', 'a number may be verified without consent'],
    ['sms_opt_in_verified', 'a number may be verified without consent'],
    ['emailVerified', 'an address may be verified without consent'],
    ['emailOptInVerified', 'an address may be verified without consent'],
    ['optOut', 'it asks the opposite'],
  ])('%s tells of no opt-in: %s', async (name) => {
    const { properties, warnings } = await track(run, { [name]: true, fields: { [name]: true } })
    expect({ properties, warnings }).toEqual({ properties: {}, warnings: [] })
  })
})

describe('of a guest, the track call has nothing else', () => {
  const guest = {
    email: 'dana@example.com',
    phone: '2075550142',
    mobilePhone: '2075550142',
    username: 'dana',
    dateOfBirth: '1990-02-28',
    address: { city: 'Portland' },
    city: 'Portland',
    salutation: 'Dr',
    companyName: 'Harbor',
    custom1: 'Patio',
    externalAccountCode: 'HG-88120',
  }
  test.each([
    ['at the top level', guest],
    // Beside an e-mail or a phone in the wrapper, the user id around it would not count.
    ['in the wrapper', { data: { ...guest, email: null, phone: null, mobilePhone: null } }],
    ['in properties', { properties: guest }],
    ['in traits', { traits: guest }],
    [
      'in its sections',
      { guest, user: guest, customer: guest, fields: guest, userFields: guest, setUserFields: guest },
    ],
  ])('%s', async (_, event) => {
    expect(await track(run, event)).toEqual({ properties: {}, warnings: [] })
  })
})

test.each([['friend'], ['favoriteGuest'], ['store'], ['account'], ['headerInfo'], ['transaction.guest']])(
  'the names in the section %s are not the guest’s',
  async (section) => {
    const [outer = '', inner] = section.split('.')
    const members = { firstName: 'Kim', lastName: 'Poe', optIn: true, smsOptIn: true }
    const { properties } = await track(run, { [outer]: inner === undefined ? members : { [inner]: members } })
    expect(properties).toEqual({})
  },
)

test('a name and an opt-in are traits too, under Segment’s names', async () => {
  const fields = { firstName: ' Dana ', lastName: 'Lee', optIn: 'Y', textCampaignOptIn: 0 }
  const outcome = await run({ body: JSON.stringify({ eventType: 'Check-In', userId: 'u-1', fields }) })
  const [identify, tracked] = callsOf(outcome)
  expect(identify?.traits).toEqual({ firstName: 'Dana', lastName: 'Lee', email_opt_in: true, text_opt_in: false })
  expect(tracked?.properties).toEqual({ first_name: 'Dana', last_name: 'Lee', email_opt_in: true, text_opt_in: false })
  expect(tracked?.context.traits).toEqual({ firstName: 'Dana', lastName: 'Lee' })
})
