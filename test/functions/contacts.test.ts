import type { Members } from './property-run'
import { sender, wholeCalls } from './run'

const send = sender()

/** A trait of a known guest, and the warnings. */
async function traitOf(name: string, event: Members, settings: Members = {}) {
  const outcome = await send({ type: 'Check-In', userId: 'U-1', username: 'dana', ...event }, { settings })
  expect(outcome).toMatchObject({ status: 'ok', errors: [] })
  const [identify] = wholeCalls(outcome)
  return { value: identify?.traits?.[name], warnings: outcome.warnings.length }
}

const read = (value: string) => ({ value, warnings: 0 })
const unreadable = { value: undefined, warnings: 1 }
const nobodys = { value: undefined, warnings: 0 }

describe('a phone is E.164', () => {
  test.each<[phone: unknown, code: string, reason: string, expected: object]>([
    ['(207) 555-0142', '1', 'ten digits are of that country', read('+12075550142')],
    [12075550142, '1', 'the code is there already', read('+12075550142')],
    ['207 555 0142 x12', '1', 'an extension goes', read('+12075550142')],
    ['+44 (0)20 7946 0018', '1', 'a whole number, its 0 in parentheses goes', read('+442079460018')],
    ['0044 20 7946 0018', '1', '00 stands for the plus', read('+442079460018')],
    ['020 7946 0018', '44', 'a leading 0 is for calls within the country', read('+442079460018')],
    ['442079460018', '44', 'the code is there already', read('+442079460018')],
    ['555-0142', '1', 'seven digits', unreadable],
    ['22075550142', '1', 'eleven digits that do not begin with 1', unreadable],
    ['+1234567', '1', 'seven digits', unreadable],
    ['none', '1', 'a word for nothing', nobodys],
    ['999-999-9999', '1', 'one digit repeated', nobodys],
    ['0000000000', '1', 'one digit repeated', nobodys],
    ['000-000-0000', '44', 'one digit repeated', nobodys],
    ['99999', '1', 'one digit repeated', nobodys],
    ['+1 111 111 1111', '1', 'one digit repeated, behind the code or not', nobodys],
    [' (207) 555-0142 ', 'none', 'as sent, but trimmed', read('(207) 555-0142')],
  ])('%j by country %s: %s', async (phone, phoneCountryCode, _, expected) => {
    expect(await traitOf('phone', { phone }, { phoneCountryCode })).toEqual(expected)
  })

  test('and mobilePhone comes before phone', async () => {
    const phones = { phone: '2075550199', mobilePhone: '2075550142' }
    expect(await traitOf('phone', phones)).toEqual(read('+12075550142'))
    expect(await traitOf('phone', { ...phones, mobilePhone: '555-0' })).toEqual({ value: '+12075550199', warnings: 1 })
  })

  test.each([
    ['none', '(207) 555-0142', '2075550142'],
    ['1', '(207) 555-0142', '12075550142'],
  ])('with country %s the anonymous id of %s takes its digits', async (phoneCountryCode, phone, digits) => {
    const [first] = wholeCalls(await send({ type: 'Check-In', phone }, { settings: { phoneCountryCode } }))
    const [second] = wholeCalls(
      await send({ type: 'Check-In', phone: digits }, { settings: { phoneCountryCode: 'none' } }),
    )
    expect(first?.anonymousId).toBe(second?.anonymousId)
  })
})

test.each<[email: unknown, reason: string, expected: object]>([
  [' Dana@Example.COM ', 'blanks go, and so do capitals', read('dana@example.com')],
  ['mailto:dana@example.com', 'the scheme of a link goes', read('dana@example.com')],
  ['<dana@example.com>;', 'brackets and punctuation go', read('dana@example.com')],
  ['Dana Lee <dana@example.com>', 'a name before it goes', read('dana@example.com')],
  ['dana@example', 'one label is no domain', unreadable],
  ['dana@@example.com', 'two @', unreadable],
  ['dana@example.c1', 'a digit in the last label', unreadable],
  ['noreply@example.com', 'a mailbox that nobody reads', nobodys],
  ['Do-Not-Reply@example.com', 'a mailbox that nobody reads', nobodys],
])('the e-mail %j: %s', async (email, _, expected) => expect(await traitOf('email', { email })).toEqual(expected))

test.each<[birthday: unknown, dateOrder: string, reason: string, expected: object]>([
  ['1990-02-28', 'mdy', 'a day', read('1990-02-28')],
  ['1990-02-28T23:30:00-0500', 'mdy', 'the day as written, in no other zone', read('1990-02-28')],
  ['2/8/1990', 'mdy', 'the month first', read('1990-02-08')],
  ['2/8/1990', 'dmy', 'the day first', read('1990-08-02')],
  ['28.2.1990', 'mdy', 'there is no month 28', read('1990-02-28')],
  ['1900-01-01', 'mdy', 'what databases write for none', unreadable],
  ['0001-01-01', 'mdy', 'what databases write for none', unreadable],
  ['2051-01-01', 'mdy', 'after 2050', unreadable],
  [636163200, 'mdy', 'an epoch number tells no day', unreadable],
])('the birthday %j in the order %s: %s', async (dateOfBirth, dateOrder, _, expected) => {
  expect(await traitOf('birthday', { dateOfBirth }, { dateOrder })).toEqual(expected)
})

test.each<[dateOrder: string, sent: string, timestamp: string, reason: string]>([
  ['mdy', '7/8/2025 19:04:32', '2025-07-08T23:04:32.000Z', 'July the eighth'],
  ['dmy', '7/8/2025 19:04:32', '2025-08-07T23:04:32.000Z', 'August the seventh'],
  ['dmy', '7/18/2025 19:04:32', '2025-07-18T23:04:32.000Z', 'there is no month 18'],
])('with the order %s the time %s is %s: %s', async (dateOrder, sent, timestamp) => {
  const [call] = wholeCalls(
    await send({ type: 'Check-In', userId: 'U-1', datetime: sent }, { settings: { dateOrder } }),
  )
  expect(call?.timestamp).toBe(timestamp)
})

describe('the setting placeholders', () => {
  test.each<[placeholder: string, event: Members]>([
    ['U-99', { userId: 'u99', accountId: 'A-1' }],
    ['6000-0000-1111', { userId: '600000001111', accountId: 'A-1' }],
    ['A-99', { userId: 'guest', accountId: 'A-1', account: { id: 'A-99' } }],
  ])('%s stands for nobody, in any punctuation', async (placeholder, event) => {
    const [track] = wholeCalls(
      await send({ type: 'Check-In', ...event }, { settings: { placeholders: [placeholder], identify: 'never' } }),
    )
    expect(track?.userId).toBe('A-1')
  })

  test('leaves nothing of a value: no id, no property, no trait, no warning', async () => {
    const placeholders = ['6120340000581297', 'till@example.com', '(207) 555-0100', 'till-user']
    const event = {
      printedCardNumber: '6120 3400 0058 1297',
      email: 'TILL@example.com',
      phone: '+1 207 555 0100',
      username: 'Till User',
    }
    const outcome = await send({ type: 'Check-In', userId: 'U-1', ...event }, { settings: { placeholders } })
    const [call, ...more] = wholeCalls(outcome)
    expect([call?.type, call?.properties, more, outcome.warnings]).toEqual(['track', {}, [], []])
  })

  test('hides nothing behind it', async () => {
    const event = { printedCardNumber: '6120340000581297', cardInfo: { printedCardNumber: '0417' } }
    const [call] = wholeCalls(
      await send(
        { type: 'Check-In', ...event },
        { settings: { placeholders: ['6120340000581297'], identify: 'never' } },
      ),
    )
    expect(call?.properties).toEqual({ printed_card_number: '0417' })
  })

  test('leaves stores and tiers as they are', async () => {
    const event = { userId: 'U-1', store: { code: '000' }, tierCode: 0 }
    const [call] = wholeCalls(
      await send({ type: 'Check-In', ...event }, { settings: { placeholders: ['000', '0'], identify: 'never' } }),
    )
    expect(call?.properties).toEqual({ store_code: '000', tier_code: '0' })
  })
})
