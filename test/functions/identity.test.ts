import type { Members } from './property-run'
import { accountContext, anonymousIdOf, library, sender, tracksOf, wholeCalls } from './run'

const send = sender()
const card = '6035710000000417'

/** Whom an event's track call is about. */
async function who(event: Members, settings: Members = {}) {
  const outcome = await send({ eventType: 'Check-In', ...event }, { settings })
  expect(outcome).toMatchObject({ status: 'ok', errors: [] })
  const [track, ...more] = tracksOf(outcome)
  expect(more).toEqual([])
  return { userId: track?.userId, anonymousId: track?.anonymousId }
}

const user = (userId: string) => ({ userId, anonymousId: undefined })
const anonymous = (kind: string, value: string, merchant = '') => ({
  userId: undefined,
  anonymousId: anonymousIdOf(merchant, kind, value),
})

/** The sources of a user id. */
const sources = [
  { source: 'userId', event: { userId: 'U-1' }, id: 'U-1' },
  { source: 'userId', event: { user_id: 'U-2' }, id: 'U-2' },
  { source: 'accountId', event: { accountId: '5183' }, id: '5183' },
  { source: 'accountId', event: { account: { id: 5183 } }, id: '5183' },
  { source: 'accountId', event: { account_ids: ['5183', '5184'] }, id: '5183' },
  { source: 'externalAccountCode', event: { externalAccountCode: 'HG-88' }, id: 'HG-88' },
  { source: 'externalAccountCode', event: { accountCode: 'HG-89' }, id: 'HG-89' },
  { source: 'username', event: { guest: { username: 'Dana' } }, id: 'Dana' },
  { source: 'email', event: { email: ' Dana@Example.COM ' }, id: 'dana@example.com' },
  { source: 'printedCardNumber', event: { card: { cardNumber: '6035 71-04' } }, id: '60357104' },
]

describe('the user id', () => {
  test.each(sources)('is that of $source when the setting says so: $event', async ({ source, event, id }) => {
    expect(await who(event, { userIdFrom: [source] })).toEqual(user(id))
  })

  test.each(sources.filter(({ source }) => source !== 'userId' && source !== 'accountId'))(
    'is not that of $source unless the setting says so: $event',
    async ({ event }) => {
      const { userId } = await who({ ...event, phone: '2075550142' })
      expect(userId).toBeUndefined()
    },
  )

  const all = { userId: 'U-1', accountId: '5183', externalAccountCode: 'HG-88', username: 'Dana', email: 'd@e.org' }
  const everything = { ...all, printedCardNumber: card }
  test.each([
    [undefined, 'U-1'],
    [['accountId', 'userId'], '5183'],
    [['externalAccountCode', 'accountId', 'userId'], 'HG-88'],
    [['username', 'email'], 'Dana'],
    [['email', 'username'], 'd@e.org'],
    [['printedCardNumber', 'userId'], card],
  ])('is the first that the setting %j lists', async (userIdFrom, id) => {
    expect(await who(everything, userIdFrom === undefined ? {} : { userIdFrom })).toEqual(user(id))
  })

  test('is of the next source where the first is absent', async () => {
    const userIdFrom = ['externalAccountCode', 'username', 'userId']
    expect(await who({ externalAccountCode: ' ', username: null, userId: 'U-1' }, { userIdFrom })).toEqual(user('U-1'))
  })

  test.each<[userId: unknown, sent: string, reason: string]>([
    [77, '77', 'a safe integer has all its digits'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991', 'the largest safe integer'],
    ['0077', '0077', 'zeros stay'],
    ['  U 1 ', 'U 1', 'only blanks around it go'],
    [['U-1'], 'U-1', 'a list of one is its item'],
    [[77], '77', 'a list of one is its item'],
    ['Guest 12', 'Guest 12', 'more than a word for anybody'],
    ['guestbook', 'guestbook', 'more than a word for anybody'],
    ['-10', '-10', 'of negative numbers only −1 is nobody’s'],
    ['10', '10', 'not zeros alone'],
    ['nulls', 'nulls', 'more than a word for nothing'],
    ['__proto__', '__proto__', 'as a value it harms nothing'],
    ['constructor', 'constructor', 'as a value it harms nothing'],
    ['é'.repeat(500), 'é'.repeat(500), 'a thousand bytes'],
  ])('%j is sent as the text %j: %s', async (userId, sent) => expect(await who({ userId })).toEqual(user(sent)))

  test('may be as long as any text that is read', async () => {
    const long = 'u'.repeat(8192)
    expect(await who({ userId: long }, { identify: 'never' })).toEqual(user(long))
  })

  const placeholders = [
    '0',
    '00',
    '0000000000',
    '-1',
    'null',
    'undefined',
    'none',
    'n/a',
    'anonymous',
    'guest',
    'unknown',
  ]
  const cased = placeholders.flatMap((word) => [word, word.toUpperCase(), ` ${word} `])
  const spelt = [...new Set([...cased, 'Null', 'None', 'N/a', 'Guest', 'Unknown', 'Anonymous'])]
  test.each([...spelt, 0, -1, -0])('%j is no user id, and the next source counts', async (userId) => {
    expect(await who({ userId, accountId: '5183' })).toEqual(user('5183'))
  })

  test.each(spelt)('%j is none in any source', async (word) => {
    const event = { userId: word, accountId: word, externalAccountCode: word, username: word, phone: '2075550142' }
    const userIdFrom = ['userId', 'accountId', 'externalAccountCode', 'username']
    expect(await who(event, { userIdFrom })).toEqual(anonymous('phone', '12075550142'))
  })

  test.each([['0'], ['0000'], [0], ['00 00'], ['0-0']])('a card %j is none either', async (printedCardNumber) => {
    const settings = { userIdFrom: ['printedCardNumber', 'userId'] }
    expect(await who({ printedCardNumber, userId: 'U-1' }, settings)).toEqual(user('U-1'))
  })

  test.each([
    ['a boolean', true],
    ['a fraction', 1.5],
    ['beyond 2^53', 2 ** 53],
    ['a list of two', ['a', 'b']],
    ['an object', { id: 'U-1' }],
    ['over 8,192 bytes', 'x'.repeat(8193)],
  ])('of an unreadable value (%s) there is a warning, and the next source counts', async (_, userId) => {
    const result = await send({ eventType: 'Check-In', userId, accountId: '5183' }, { settings: { identify: 'never' } })
    expect(tracksOf(result).map((call) => call.userId)).toEqual(['5183'])
    const warning = /^event\[0\]\.user_?id: expected .+, received .+; left out$/i
    expect(result.warnings).toEqual([expect.stringMatching(warning)])
  })
})

describe('the anonymous id', () => {
  const people = { printedCardNumber: card, accountId: '5183', email: 'Dana@Example.com', phone: '(207) 555-0142' }
  const settings = { userIdFrom: ['userId'] }
  test.each([
    ['the card', people, 'card', card],
    ['the account', { ...people, printedCardNumber: '' }, 'account', '5183'],
    ['the e-mail, in lower case', { email: people.email, phone: people.phone }, 'email', 'dana@example.com'],
    ['the digits of the phone in E.164', { phone: people.phone }, 'phone', '12075550142'],
  ])('is made of %s, when that comes first', async (_, event, kind, value) => {
    expect(await who(event, settings)).toEqual(anonymous(kind, value))
  })

  test('is a UUID of version 4 that does not show what it is made of', async () => {
    for (let index = 1; index <= 20; index++) {
      const { anonymousId = '' } = await who({ printedCardNumber: `00000${index}` })
      expect(anonymousId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(anonymousId).not.toContain(`00000${index}`)
    }
  })

  test.each([
    [card],
    [Number(card)],
    [`  ${card}`],
    ['6035 7100 0000 0417'],
    ['6035-7100-0000-0417'],
    ['6035–7100–0000–0417'],
    [[card]],
    [`\u00a0${card}`],
  ])('of a card written %j is the same', async (printedCardNumber) => {
    expect(await who({ printedCardNumber })).toEqual(anonymous('card', card))
  })

  test.each([['0417'], ['00417'], [417]])('of a card with other leading zeros, %j, is another', async (cardNumber) => {
    expect(await who({ cardNumber })).toEqual(anonymous('card', String(cardNumber)))
  })

  test.each([['plain'], ['last4'], ['hash'], ['omit']])(
    'is the same whatever of the card is sent: %s',
    async (cardNumber) => {
      expect(await who({ printedCardNumber: card }, { cardNumber })).toEqual(anonymous('card', card))
    },
  )

  test('is the same wherever the card stands and whatever else the event tells', async () => {
    const events = [
      { cardInfo: { cardNumber: card } },
      { primaryCardNumbers: [card, '1'] },
      { data: { card: { printed_card_number: card } } },
    ]
    for (const event of events) expect(await who({ ...event, phone: '1' })).toEqual(anonymous('card', card))
  })

  test.each([
    ['the event names', { merchantId: 90417 }, {}, '90417'],
    ['the header names', { headerInfo: { merchantId: '90417' } }, {}, '90417'],
    ['the setting names', {}, { merchantId: '90417' }, '90417'],
    ['the event names, and not that of the setting', { merchantId: 'A' }, { merchantId: 'B' }, 'A'],
    ['the setting names, where that of the event is blank', { merchantId: ' ' }, { merchantId: 'B' }, 'B'],
    ['the setting names, where that of the event is unreadable', { merchantId: {} }, { merchantId: 'B' }, 'B'],
  ])('belongs to the merchant that %s', async (_, event, given, merchant) => {
    expect(await who({ ...event, printedCardNumber: card }, given)).toEqual(anonymous('card', card, merchant))
  })

  test('is never shared by two merchants, kinds or values', async () => {
    const only = { userIdFrom: ['userId'] }
    const events = [
      { accountId: '5' },
      { cardNumber: '5' },
      { phone: '2075550142' },
      { accountId: '12075550142' },
      { accountId: '5', merchantId: '1' },
      { accountId: '5', merchantId: '2' },
      { accountId: '15', merchantId: '' },
      { accountId: '1-5', merchantId: '' },
      { accountId: '6' },
    ]
    const ids = new Set<unknown>()
    for (const event of events) ids.add((await who(event, only)).anonymousId)
    expect(ids.size).toBe(events.length)
  })

  test('is not sent with a track call that has a user id', async () => {
    expect(await who({ userId: 'U-1', printedCardNumber: card })).toEqual(user('U-1'))
  })
})

describe('an identify call', () => {
  test.each([
    [
      'a user id and a card',
      { userId: 'U-1', cardNumber: card },
      { userId: 'U-1', anonymousId: anonymousIdOf('', 'card', card) },
    ],
    ['a user id, no card', { userId: 'U-1', firstName: 'Dana' }, { userId: 'U-1' }],
    ['a user id and an e-mail', { userId: 'U-1', email: 'd@e.org' }, { userId: 'U-1' }],
    ['a user id and an account', { userId: 'U-1', accountId: '5' }, { userId: 'U-1' }],
    [
      'an account and a card',
      { accountId: '5', cardNumber: card },
      { userId: '5', anonymousId: anonymousIdOf('', 'card', card) },
    ],
    ['a card', { cardNumber: card }, { anonymousId: anonymousIdOf('', 'card', card) }],
    ['a phone', { phone: '207 555 0142' }, { anonymousId: anonymousIdOf('', 'phone', '12075550142') }],
  ])('of %s has just those ids', async (_, event, ids) => {
    const [identify] = wholeCalls(await send({ eventType: 'Check-In', ...event }))
    const { type, userId, anonymousId } = identify ?? {}
    expect(JSON.parse(JSON.stringify({ type, userId, anonymousId }))).toEqual({ type: 'identify', ...ids })
  })

  test.each([['plain'], ['last4'], ['hash'], ['omit']])(
    'carries the card’s id also when of the card is sent: %s',
    async (cardNumber) => {
      const outcome = await send(
        { type: 'Check-In', userId: 'U-1', firstName: 'Dana', cardNumber: card },
        { settings: { cardNumber } },
      )
      expect(wholeCalls(outcome)[0]).toMatchObject({ userId: 'U-1', anonymousId: anonymousIdOf('', 'card', card) })
    },
  )
})

describe('external ids', () => {
  test.each([
    [{ accountId: '5183' }, '5183'],
    [{ accountId: 5183, userId: 'U-1' }, '5183'],
    [{ account: { id: '5183' }, cardNumber: card }, '5183'],
    [{ data: { accountIds: [5183] } }, '5183'],
  ])('of %j tell the account in every call', async (event, id) => {
    const outcome = await send({ type: 'Check-In', ...event })
    expect(wholeCalls(outcome).map(({ type, context }) => [type, context])).toEqual([
      ['identify', accountContext(id)],
      ['track', accountContext(id)],
    ])
  })

  test.each<[event: Members, reason: string]>([
    [{ userId: 'U-1', cardNumber: '1' }, 'no account'],
    [{ userId: 'U-1', cardNumber: '1', accountId: '0' }, 'an account of nobody'],
    [{ userId: 'U-1', cardNumber: '1', accountId: 'none' }, 'an account of nobody'],
  ])('of %j are none: %s', async (event) => {
    const outcome = await send({ type: 'Check-In', ...event })
    expect(wholeCalls(outcome).map(({ context }) => context)).toEqual([{ library }, { library }])
  })
})

describe('an event about nobody', () => {
  test.each<[event: Members, reason: string]>([
    [{}, 'nothing'],
    [{ firstName: 'Dana', lastName: 'Lee', birthday: '1990-01-01' }, 'a name and a birthday are no id'],
    [{ username: 'dana', externalAccountCode: 'HG-88' }, 'no source of an id by default'],
    [{ userId: '0', accountId: '-1' }, 'ids of nobody'],
    [{ cardNumber: '************0417' }, 'a mask'],
    [{ maskedCardNumber: '000417', shortCardNumber: '1234' }, 'no whole card number'],
    [{ email: 'not an address' }, 'no address'],
    [{ phone: 'none' }, 'no number'],
    [{ guest: { id: '5' } }, 'a bare id counts in account alone'],
    [{ store: { phone: '2075550142', email: 'store@example.com' } }, 'the store’s'],
    [{ friend: { email: 'kim@example.com', phone: '2075550142' } }, 'a friend’s'],
    [{ referral: { email: 'kim@example.com', phone: '2075550142', accountId: '5' } }, 'a friend’s'],
    [{ userId: null, cardNumber: '', email: ' ', phone: '\t' }, 'blank'],
  ])('is rejected: %j, %s', async (event) => {
    const outcome = await send({ eventType: 'Check-In', ...event })
    const message = 'event[0].identity: expected a user id, card, account, e-mail or phone, received no identity'
    expect(outcome).toMatchObject({ status: 'rejected', error: { name: 'InvalidEventPayload', message }, calls: [] })
  })
})
