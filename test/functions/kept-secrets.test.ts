import { createHash } from 'node:crypto'
import { secretNames } from '../secret-names'
import { builtWith, type Members } from './property-run'
import { sender, tracksOf } from './run'

const send = sender()
const card = '6120340000581297'
const marker = 'MARKER-7'

/** The body as it is kept, of one rejected event. */
async function keptBody(event: Members, settings: Members = {}): Promise<string> {
  const outcome = await send(event, { settings: { keepBodies: 'rejected', ...settings } })
  expect(outcome).toMatchObject({ status: 'ok', error: null })
  const [call, ...more] = tracksOf(outcome)
  expect(more).toEqual([])
  return String(call?.properties?.body)
}
const keptEvent = async (event: Members, settings?: Members): Promise<unknown> =>
  JSON.parse(await keptBody(event, settings))

const secrets = [...secretNames, 'PIN', 'Security-Code', 'exp_date', 'Pay Ment Token']
const longer = [
  ...[
    'newPassword',
    'password_confirmation',
    'pinCode',
    'card-pin',
    'cvv2',
    'CVV2',
    'authToken',
    'tokens',
    'csrf token',
  ],
  ...['secret', 'client_secret', 'Secrets', 'cardSecurityCode', 'PASSWORD2', 'userAccessTokenValue', 'cardExpDate'],
]
const friends = [
  ...['friend', 'friends', 'friendEmail', 'friend_first_name', 'bestFriend', 'Referee', 'refereePhone', 'referral'],
  ...[
    'Referral',
    'referralEmail',
    'referredFriend',
    'referred_email',
    'invitee',
    'InviteeName',
    'recipient',
    'recipientEmails',
  ],
]

describe.each([
  ['a secret', secrets],
  ['a secret’s longer name', longer],
  ['a friend', friends],
])('what stands under the name of %s is not kept', (_, names) => {
  test.each(names)('%s, at any depth, in a list of named values and in JSON text', async (name) => {
    for (const value of [marker, [marker], { deep: [marker] }, 7]) {
      const inner = { [name]: value, ok: 1 }
      const event = {
        type: 'FOO',
        [name]: value,
        in: { ...inner, list: [inner] },
        named: [
          { name, value },
          { key: name, value },
          { field: name, value },
          { name: 'ok', value: 1 },
        ],
        text: JSON.stringify({ inner, list: [inner] }),
      }
      const left = { ok: 1 }
      expect(await keptEvent(event)).toEqual({
        type: 'FOO',
        in: { ...left, list: [left] },
        named: [{ name: 'ok', value: 1 }],
        text: JSON.stringify({ inner: left, list: [left] }),
      })
    }
  })
})

test.each(['pinned', 'preprocessor', 'track3', 'friendly', 'unreferred', 'spinCount', 'passwordless', 'secretary'])(
  'a name that only resembles one of them is kept: %s',
  async (name) => expect(await keptEvent({ type: 'FOO', [name]: 'kept' })).toEqual({ type: 'FOO', [name]: 'kept' }),
)

test.each(['__proto__', 'constructor', 'prototype'])('the key %s is not kept', async (name) => {
  const event = JSON.parse(`{"type":"FOO","a":{"${name}":{"x":"${marker}"},"b":1},"${name}":"${marker}"}`)
  expect(await keptBody(event)).toBe('{"a":{"b":1},"type":"FOO"}')
})

test.each([
  ['an object', (charge: Members): unknown => charge],
  ['JSON text', (charge: Members): unknown => JSON.stringify(charge)],
])('of a charge only amount, state and date are kept: %s', async (_, write) => {
  const left = { amount: '5', transactionDatetime: 't', transactionState: 'OK' }
  const charge = { ...left, orderId: marker, account: { n: marker }, expirationDate: marker, format: marker }
  expect(await keptEvent({ type: 'FOO', chargeResponse: write(charge) })).toEqual({ type: 'FOO', chargeResponse: left })
})

test('text in the place of a charge is not kept', async () => {
  expect(await keptEvent({ type: 'FOO', chargeResponse: marker })).toEqual({ type: 'FOO' })
})

test.each(['Referral', 'Refer A Friend'])(
  'the friend of a %s about nobody is not kept, but the account id is',
  async (type) => {
    const event = {
      type,
      referral: { code: marker, friend: { name: marker } },
      friendPhone: marker,
      referredAccountId: '5',
    }
    expect(await keptEvent(event)).toEqual({ type, referredAccountId: '5' })
  },
)

describe('the setting omit', () => {
  test.each<[omit: string, event: Members, left: Members]>([
    [
      'birthday',
      { dateOfBirth: marker, Birthday: marker, fields: { date_of_birth: marker, a: 1 } },
      { fields: { a: 1 } },
    ],
    ['email_opt_in', { optIn: 'Y', emailOptIn: 'Y', fields: { OPT_IN: 'Y' } }, { fields: {} }],
    ['phone', { mobilePhone: marker, guest: { phone: marker } }, { guest: {} }],
    ['first_name', { firstName: marker, text: '{"first_name":"x","b":1}' }, { text: '{"b":1}' }],
    ['firstName', { first_name: marker, named: [{ name: 'First Name', value: marker }] }, { named: [] }],
    ['address', { address: { city: marker }, addresses: [{ city: marker }] }, {}],
    ['survey_answers', { answers: [marker], responses: [marker], survey: { code: 's' } }, { survey: { code: 's' } }],
  ])('leaves out every spelling under which %s is read', async (omit, event, left) => {
    expect(await keptEvent({ type: 'FOO', ...event }, { omit: [omit] })).toEqual({ type: 'FOO', ...left })
  })
})

describe('the number of a payment card', () => {
  const payment = '5555555555554444'
  test.each<[sentence: string, sent: unknown, shown: unknown]>([
    ['as text', payment, '…4444'],
    ['as a JSON number', Number(payment), '…4444'],
    ['with blanks', '5555 5555 5555 4444', '…4444'],
    ['with dashes', '5555-5555-5555-4444', '…4444'],
    ['within text', `paid by ${payment}, thanks`, 'paid by …4444, thanks'],
    ['beside another', `${payment} 4111111111111111`, '…4444 …1111'],
    ['in a list', [payment, 'x'], ['…4444', 'x']],
    ['in JSON text', JSON.stringify({ a: payment }), '{"a":"…4444"}'],
    ['of 12 digits', '676770000005', '…0005'],
    ['of 19 digits', '6011000990139424009', '…4009'],
  ])('is shown by its last four digits, whatever its name: %s', async (_, sent, shown) => {
    expect(await keptEvent({ type: 'FOO', note: sent })).toEqual({ type: 'FOO', note: shown })
  })

  test.each([
    ['one that fails Luhn', '5555555555554445'],
    ['11 digits', '49927398716'],
    ['20 digits', '55555555555544440000'],
    ['parted by points', '5555.5555.5555.4444'],
  ])('is none, and so is kept: %s', async (_, note) => {
    expect(await keptEvent({ type: 'FOO', note })).toEqual({ type: 'FOO', note })
  })

  test.each([
    ['of a recharge', { type: 'Recharge', cardNumber: '1234567890123' }],
    ['beside an expiry date', { type: 'FOO', cardNumber: '1234567890123', expDate: '12/30' }],
    ['beside the kind of a card', { type: 'FOO', card_number: '1234567890123', cardType: 'Visa' }],
  ])('under cardNumber is hidden, also when it fails Luhn: %s', async (_, event) => {
    const body = await keptBody(event)
    expect(body).toContain('…0123')
    expect(body).not.toContain('1234567890123')
  })

  test('under cardNumber is left out when it cannot be read', async () => {
    for (const cardNumber of ['x1234567890123', { number: '1234567890123' }, '**** 0123']) {
      expect(await keptEvent({ type: 'Recharge', cardNumber })).toEqual({ type: 'Recharge' })
    }
  })
})

describe('the event’s own card', () => {
  const hash = (merchant: string) => createHash('sha256').update(`${merchant}\0${card}`).digest('hex')
  const shown: [setting: string, shown: string][] = [
    ['plain', card],
    ['last4', '…1297'],
    ['hash', hash('70321')],
    ['omit', '…'],
  ]

  test.each(shown)('is shown as the setting %s has it, wherever it stands', async (cardNumber, text) => {
    const event = { type: 'FOO', merchantId: '70321', printedCardNumber: card, deep: [{ note: `card ${card}.` }, card] }
    expect(await keptEvent(event, { cardNumber })).toEqual({
      type: 'FOO',
      merchantId: '70321',
      printedCardNumber: text,
      deep: [{ note: `card ${text}.` }, text],
    })
  })

  test.each(shown)('is shown as %s also with blanks or dashes, and as a JSON number', async (cardNumber, text) => {
    const event = {
      type: 'FOO',
      merchantId: '70321',
      printedCardNumber: '6120 3400 0058 1297',
      a: '6120-3400-0058-1297',
    }
    const body = await keptBody({ ...event, b: Number(card) }, { cardNumber })
    expect(JSON.parse(body)).toEqual({
      type: 'FOO',
      merchantId: '70321',
      printedCardNumber: text,
      a: text,
      b: cardNumber === 'plain' ? Number(card) : text,
    })
  })

  test('is a part of no longer number', async () => {
    const note = `${card}1`
    expect(await keptEvent({ type: 'FOO', printedCardNumber: card, note }, { cardNumber: 'last4' })).toMatchObject({
      note,
    })
  })

  test('has the hash of the setting’s merchant where the event names none', async () => {
    const settings = { cardNumber: 'hash', merchantId: '7' }
    expect(await keptEvent({ type: 'FOO', printedCardNumber: card }, settings)).toEqual({
      type: 'FOO',
      printedCardNumber: hash('7'),
    })
  })

  describe('where a mapping reads it', () => {
    const run = builtWith({ eventAliases: {}, mappings: { printed_card_number: { '@path': '$.loyalty.number' } } })
    test.each(shown)('is shown as the setting %s has it, too', async (cardNumber, text) => {
      const body = JSON.stringify({ type: 'FOO', merchantId: '70321', loyalty: { number: card } })
      const [track] = tracksOf(await run({ body, settings: { keepBodies: 'rejected', cardNumber } }))
      const left = { loyalty: { number: text }, merchantId: '70321', type: 'FOO' }
      expect(track?.properties?.body).toBe(JSON.stringify(left))
    })
  })
})
