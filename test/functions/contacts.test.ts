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
  test.each<[phone: unknown, code: string, expected: object]>([
    ['(207) 555-0142', '1', read('+12075550142')],
    [12075550142, '1', read('+12075550142')],
    ['207 555 0142 x12', '1', read('+12075550142')],
    ['+44 (0)20 7946 0018', '1', read('+442079460018')],
    ['0044 20 7946 0018', '1', read('+442079460018')],
    ['020 7946 0018', '44', read('+442079460018')],
    ['442079460018', '44', read('+442079460018')],
    ['555-0142', '1', unreadable],
    ['22075550142', '1', unreadable],
    ['+1234567', '1', unreadable],
    ['none', '1', nobodys],
    ['999-999-9999', '1', nobodys],
    ['0000000000', '1', nobodys],
    ['000-000-0000', '44', nobodys],
    ['99999', '1', nobodys],
    ['+1 111 111 1111', '1', nobodys],
    [' (207) 555-0142 ', 'none', read('(207) 555-0142')],
  ])('%j by country %s', async (phone, phoneCountryCode, expected) => {
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

test.each<[email: unknown, expected: object]>([
  [' Dana@Example.COM ', read('dana@example.com')],
  ['mailto:dana@example.com', read('dana@example.com')],
  ['<dana@example.com>;', read('dana@example.com')],
  ['Dana Lee <dana@example.com>', read('dana@example.com')],
  ['dana@example', unreadable],
  ['dana@@example.com', unreadable],
  ['dana@example.c1', unreadable],
  ['noreply@example.com', nobodys],
  ['Do-Not-Reply@example.com', nobodys],
])('the e-mail %j', async (email, expected) => expect(await traitOf('email', { email })).toEqual(expected))

test.each<[birthday: unknown, dateOrder: string, expected: object]>([
  ['1990-02-28', 'mdy', read('1990-02-28')],
  ['1990-02-28T23:30:00-0500', 'mdy', read('1990-02-28')],
  ['2/8/1990', 'mdy', read('1990-02-08')],
  ['2/8/1990', 'dmy', read('1990-08-02')],
  ['28.2.1990', 'mdy', read('1990-02-28')],
  ['1900-01-01', 'mdy', unreadable],
  ['0001-01-01', 'mdy', unreadable],
  ['2051-01-01', 'mdy', unreadable],
  [636163200, 'mdy', unreadable],
])('the birthday %j in the order %s', async (dateOfBirth, dateOrder, expected) => {
  expect(await traitOf('birthday', { dateOfBirth }, { dateOrder })).toEqual(expected)
})

test.each<[dateOrder: string, sent: string, timestamp: string]>([
  ['mdy', '7/8/2025 19:04:32', '2025-07-08T23:04:32.000Z'],
  ['dmy', '7/8/2025 19:04:32', '2025-08-07T23:04:32.000Z'],
  ['dmy', '7/18/2025 19:04:32', '2025-07-18T23:04:32.000Z'],
])('with the order %s the time %s is %s', async (dateOrder, sent, timestamp) => {
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
