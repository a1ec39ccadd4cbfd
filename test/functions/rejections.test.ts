import { createHash } from 'node:crypto'
import { events } from '../../functions/events'
import { version } from '../../package.json'
import type { Outcome } from '../outcome'
import { builtWith, type Members } from './property-run'
import { grammar, library, plainContext, refused, reordered, sender, trackCall, tracksOf, wholeCalls } from './run'

const send = sender()
const kept = { rejectedEvents: 'track' }
const good = { type: 'Check-In', userId: 'U-1' }
const untyped = { userId: 'U-1' }
const unknown = { type: 'FOO_BAR', userId: 'U-1' }
const nobody = { type: 'Check-In' }
const card = '6035710000000417'

const typeMessage = (index: number, type = 'FOO_BAR') =>
  `event[${index}].type: expected a Paytronix event type, received "${type}"; add it to eventAliases or set unknownEvents to "track"`
const identityMessage = (index: number) =>
  `event[${index}].identity: expected a user id, card, account, e-mail or phone, received no identity`
const shapeMessage = (index: number, received: string) => `event[${index}]: expected an object, received ${received}`

describe('a request without a good event', () => {
  test.each([
    ['unknown type', unknown, 'EventNotSupported', typeMessage(0)],
    ['unknown type in a list', [unknown], 'EventNotSupported', typeMessage(0)],
    ['unknown type and nobody', { type: 'FOO_BAR' }, 'EventNotSupported', typeMessage(0)],
    ['nobody', nobody, 'InvalidEventPayload', identityMessage(0)],
    ['text for an event', ['x'], 'InvalidEventPayload', shapeMessage(0, 'a string')],
    ['a number for an event', [5], 'InvalidEventPayload', shapeMessage(0, 'a number')],
    ['null for an event', [null], 'InvalidEventPayload', shapeMessage(0, 'null')],
    ['a list for an event', [[good, good]], 'InvalidEventPayload', shapeMessage(0, 'an array of 2')],
    ['a list of one for an event', [[good]], 'InvalidEventPayload', shapeMessage(0, 'an array of 1')],
    ['true for an event', { events: [true] }, 'InvalidEventPayload', shapeMessage(0, 'a boolean')],
  ])('is refused: %s', async (_, body, name, message) => {
    expect(await send(body)).toEqual({ ...refused(name, message), warnings: [], errors: [] })
  })

  test('is refused without a type, in the grammar of every message', async () => {
    const { error } = await send(untyped)
    expect(error?.name).toBe('EventNotSupported')
    expect(error?.message).toMatch(/^event\[0\]\.type: expected a Paytronix event type, received none/)
    expect(error?.message).toMatch(grammar)
  })

  test.each([
    ['types alone', [unknown, untyped, { type: 'X' }], 'EventNotSupported'],
    ['a type and nobody', [unknown, nobody], 'InvalidEventPayload'],
    ['nobody and a type', [nobody, unknown], 'InvalidEventPayload'],
    ['a type and no object', [unknown, 7], 'InvalidEventPayload'],
    ['nobody and no object', [nobody, null], 'InvalidEventPayload'],
    ['types alone, in an envelope', { batch: [unknown, untyped] }, 'EventNotSupported'],
  ])('is refused by what is wrong with them: %s', async (_, body, name) => {
    const outcome = await send(body)
    expect(outcome).toMatchObject({ error: { name }, calls: [], warnings: [] })
    expect(outcome.status).toBe(name === 'EventNotSupported' ? 'unsupported' : 'rejected')
    const items = Array.isArray(body) ? body : body.batch
    expect(outcome.errors).toHaveLength(items.length)
    for (const line of outcome.errors) expect(line).toMatch(grammar)
  })
})

describe('several events, some rejected', () => {
  test('give the calls of the good ones, and one line for each of the others', async () => {
    const outcome = await send([unknown, good, nobody, 'x', { ...good, userId: 'U-2' }, untyped])
    expect(outcome).toEqual({
      status: 'ok',
      error: null,
      calls: [trackCall('Check-In', { userId: 'U-1' }), trackCall('Check-In', { userId: 'U-2' })],
      warnings: [],
      errors: [
        typeMessage(0),
        identityMessage(2),
        shapeMessage(3, 'a string'),
        expect.stringMatching(/^event\[5\]\.type: expected a Paytronix event type, received none/),
      ],
    })
  })

  test('are counted from 0 in an envelope too', async () => {
    const { errors } = await send({ notifications: [good, unknown, good] })
    expect(errors).toEqual([typeMessage(1)])
  })

  test('of which only unreadable values are wrong are all good', async () => {
    const outcome = await send([
      { ...good, firstName: { given: 'Dana' } },
      { ...good, firstName: [1, 2], n: 1 },
    ])
    expect(outcome).toMatchObject({ status: 'ok', errors: [] })
    expect(outcome.warnings).toEqual([
      'event[0].first_name: expected text, received an object; left out',
      'event[1].first_name: expected text, received an array of 2; left out',
    ])
  })
})

/** The call that keeps a rejected event. */
const keptCall = (reason: string, index: number, body: string, type?: string) =>
  trackCall('Paytronix Event Rejected', {
    anonymousId: 'paytronix-rejected',
    properties: { reason, ...(type !== undefined && { event_type: type }), event_index: index, body },
    context: plainContext,
  })

/** The body as it is kept, of one rejected event. */
async function keptBody(event: unknown, settings: Members = {}): Promise<string> {
  const outcome = await send([event], { settings: { ...kept, ...settings } })
  const [call, ...more] = wholeCalls(outcome)
  expect(outcome).toMatchObject({ status: 'ok', error: null })
  expect(more).toEqual([])
  expect(call?.event).toBe('Paytronix Event Rejected')
  return String(call?.properties?.body)
}
const keptEvent = async (event: unknown, settings?: Members): Promise<unknown> =>
  JSON.parse(await keptBody(event, settings))

describe('a rejected event that is kept', () => {
  test.each([
    ['of an unknown type', unknown, keptCall(typeMessage(0), 0, '{"type":"FOO_BAR","userId":"U-1"}', 'FOO_BAR')],
    [
      'about nobody',
      { z: 1, ...nobody, a: { c: 1, b: 2 } },
      keptCall(identityMessage(0), 0, '{"a":{"b":2,"c":1},"type":"Check-In","z":1}', 'Check-In'),
    ],
    [
      'of an unknown type in a list',
      [unknown],
      keptCall(typeMessage(0), 0, '{"type":"FOO_BAR","userId":"U-1"}', 'FOO_BAR'),
    ],
    ['that is text', ['x "y"'], keptCall(shapeMessage(0, 'a string'), 0, '"x \\"y\\""')],
    ['that is a number', [5], keptCall(shapeMessage(0, 'a number'), 0, '5')],
    ['that is null', [null], keptCall(shapeMessage(0, 'null'), 0, 'null')],
    [
      'that is a list',
      [[{ b: 1, a: [null] }, 2]],
      keptCall(shapeMessage(0, 'an array of 2'), 0, '[{"a":[null],"b":1},2]'),
    ],
  ])('is one whole call, and nothing is thrown: %s', async (_, body, call) => {
    const outcome = await send(body, { settings: kept })
    expect({ ...outcome, errors: [] }).toEqual({ status: 'ok', error: null, calls: [call], warnings: [], errors: [] })
  })

  test('without a type has none', async () => {
    const [call] = wholeCalls(await send(untyped, { settings: kept }))
    expect(Object.keys(call?.properties ?? {}).sort()).toEqual(['body', 'event_index', 'reason'])
  })

  test('stands in its place among the good ones', async () => {
    const outcome = await send([good, unknown, { ...good, userId: 'U-2' }, 'x'], { settings: kept })
    expect(outcome.calls).toEqual([
      trackCall('Check-In', { userId: 'U-1' }),
      keptCall(typeMessage(1), 1, '{"type":"FOO_BAR","userId":"U-1"}', 'FOO_BAR'),
      trackCall('Check-In', { userId: 'U-2' }),
      keptCall(shapeMessage(3, 'a string'), 3, '"x"'),
    ])
  })

  test('can be sent again as it was', async () => {
    const event = {
      type: 'FOO',
      userId: 'U-1',
      unheardOf: [1, null, { deep: '\u0000\ud83d\ude00"' }],
      n: 1.5,
      b: false,
      e: '',
      o: {},
    }
    expect(await keptEvent(event)).toEqual(event)
  })

  test('reads the same whatever the order of its keys', async () => {
    const event = { b: { z: 1, a: 2 }, a: [{ d: 1, c: 2 }], type: 'FOO' }
    const turned = reordered(event, (one, other) => (one < other ? 1 : -1))
    expect(await keptBody(turned)).toBe('{"a":[{"c":2,"d":1}],"b":{"a":2,"z":1},"type":"FOO"}')
  })

  test('is not kept when the whole request is unusable', async () => {
    const outcome = await send([], { settings: kept })
    expect(outcome).toMatchObject({ status: 'rejected', error: { name: 'InvalidEventPayload' }, calls: [] })
  })

  test.each([
    ['a long type', 'x'.repeat(5000)],
    ['one of signs of two code units', `${'x'.repeat(99)}${'😀'.repeat(50)}`],
    ['one of letters of two code units only', '𝒟'.repeat(300)],
  ])('has its type untorn: %s', async (_, type) => {
    const [call] = wholeCalls(await send({ type }, { settings: kept }))
    const name = String(call?.properties?.event_type)
    expect(type.startsWith(name)).toBe(true)
    expect(name).toBe(Buffer.from(name).toString())
  })

  test.each([
    ['one long text', { text: 'x'.repeat(60_000) }],
    ['text of many bytes', { text: '😀'.repeat(20_000) }],
    ['text that grows as JSON', { text: '\u0001'.repeat(20_000) }],
    ['text full of quotes', { text: '"\\'.repeat(20_000) }],
    ['many keys', Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`key${index}`, index]))],
  ])('is cut until it fits, not within a character: %s', async (_, members) => {
    const event = { type: 'FOO', ...members }
    const [call, ...more] = wholeCalls(await send(event, { settings: kept }))
    expect(more).toEqual([])
    const { type: _type, ...message } = { ...call, context: { library: { ...library, version } } }
    expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThanOrEqual(32_000)
    const body = String(call?.properties?.body)
    const whole = JSON.stringify(reordered(event, (one, other) => (one < other ? -1 : 1)))
    expect(whole.startsWith(body)).toBe(true)
    expect(body).toBe(Buffer.from(body).toString())
    expect(Buffer.byteLength(JSON.stringify(body))).toBeGreaterThan(25_000)
    expect(call?.properties).toMatchObject({ event_type: 'FOO', event_index: 0, reason: typeMessage(0, 'FOO') })
  })
})

describe('of a rejected event is never kept', () => {
  const marker = 'MARKER-7'
  const secrets = ['pin', 'password', 'magstripe', 'track1', 'track2', 'cvv', 'cvc', 'securityCode', 'registrationCode']
    .concat(['cardRegCode', 'oauthTokens', 'accessToken', 'refreshToken', 'token', 'paymentToken', 'authentication'])
    .concat(['verificationCode', 'smsVerificationCode', 'shortCardNumber', 'expDate', 'lastFour', 'cardType'])
    .concat([
      'processorAuthCode',
      'processor',
      'paymentMethod',
      'metadata',
      'PIN',
      'Security-Code',
      'exp_date',
      'Pay Ment Token',
    ])

  test.each(secrets)('what stands under %s', async (name) => {
    const values = [marker, [marker], { deep: [marker] }, 7]
    for (const value of values) {
      const event = { type: 'FOO', [name]: value, in: { [name]: value, list: [{ [name]: value, ok: 1 }] } }
      expect(await keptEvent(event)).toEqual({ type: 'FOO', in: { list: [{ ok: 1 }] } })
    }
  })

  test.each(['__proto__', 'constructor', 'prototype'])('the key %s', async (name) => {
    const event = JSON.parse(`{"type":"FOO","a":{"${name}":{"x":"${marker}"},"b":1},"${name}":"${marker}"}`)
    expect(await keptBody(event)).toBe('{"a":{"b":1},"type":"FOO"}')
  })

  test.each([
    [
      { amount: '5', transactionState: 'OK', transactionDatetime: 't', orderId: marker, account: { n: marker } },
      { amount: '5', transactionDatetime: 't', transactionState: 'OK' },
    ],
    [{ processorMessage: marker }, {}],
  ])('more of a charge than its amount, state and date', async (chargeResponse, left) => {
    expect(await keptEvent({ type: 'FOO', chargeResponse })).toEqual({ type: 'FOO', chargeResponse: left })
  })

  test.each([
    'referral',
    'Referral',
    'friend',
    'friends',
    'friendEmail',
    'friend_first_name',
    'referredFriend',
    'referred_email',
  ])('what stands under %s, at any depth', async (name) => {
    for (const value of [marker, { email: marker, n: { m: marker } }, [{ phone: marker }]]) {
      const event = { type: 'FOO', [name]: value, data: { [name]: value, x: 1 }, list: [{ [name]: value }] }
      expect(await keptEvent(event)).toEqual({ type: 'FOO', data: { x: 1 }, list: [{}] })
    }
  })

  test.each(['Referral', 'Refer A Friend'])('the friend of a %s about nobody', async (type) => {
    const event = {
      type,
      referral: { code: 'R-1', friend: { name: marker } },
      friendPhone: marker,
      referralCode: 'R-1',
    }
    expect(await keptEvent(event)).toEqual({ type, referralCode: 'R-1' })
  })
})

describe('the card number of a rejected event', () => {
  const names = [
    'printedCardNumber',
    'printed_card_number',
    'PrintedCardNumber',
    'cardNumber',
    'card_number',
    'CARDNUMBER',
    'primary_card_number',
  ]
  const hash = (merchant: string, digits: string) => createHash('sha256').update(`${merchant}\0${digits}`).digest('hex')

  test.each(names.slice(0, -1))('under %s is as the setting has it', async (name) => {
    const event = {
      type: 'FOO',
      merchantId: '90417',
      [name]: ` ${card.slice(0, 4)} ${card.slice(4)}`,
      deep: [{ [name]: Number(card) }],
    }
    const shown = async (cardNumber: string) => keptEvent(event, { cardNumber })
    const around = { type: 'FOO', merchantId: '90417' }
    expect(await shown('plain')).toEqual(event)
    expect(await shown('last4')).toEqual({ ...around, [name]: '…0417', deep: [{ [name]: '…0417' }] })
    expect(await shown('omit')).toEqual({ ...around, deep: [{}] })
    const hashed = hash('90417', card)
    expect(await shown('hash')).toEqual({ ...around, [name]: hashed, deep: [{ [name]: hashed }] })
  })

  test.each([
    ['a list of one', [card], '…0417'],
    ['a list', [card, '0418'], ['…0417', '…0418']],
    ['lists in a list', [[card], ['0418']], [['…0417'], ['…0418']]],
  ])('in %s is so too', async (_, primaryCardNumbers, expected) => {
    const text = await keptBody({ type: 'FOO', primaryCardNumbers }, { cardNumber: 'last4' })
    expect(text).not.toContain(card)
    expect(JSON.parse(text)).toEqual({ type: 'FOO', primaryCardNumbers: expected })
  })

  test.each([[`X${card}`], [`${card}*`], [{ value: card }], [[{ value: card }]], [2 ** 60], [true]])(
    'that cannot be read is not kept in any setting but plain: %j',
    async (cardNumber) => {
      for (const setting of ['last4', 'hash', 'omit']) {
        const text = await keptBody(
          { type: 'FOO', cardNumber, card: { printedCardNumber: cardNumber } },
          { cardNumber: setting },
        )
        expect(text).not.toContain(card)
        expect(text).not.toContain('1152921504606846976')
      }
    },
  )

  test('of a recharge, which may be a payment card’s, is never kept', async () => {
    const event = { type: 'Recharge', cardNumber: '4111111111111111', data: { card_number: '4111111111111111' } }
    for (const cardNumber of ['plain', 'last4', 'hash', 'omit']) {
      expect(await keptEvent(event, { cardNumber })).toEqual({ type: 'Recharge', data: {} })
    }
  })

  test('uses the setting’s merchant where the event names none', async () => {
    const settings = { cardNumber: 'hash', merchantId: '7' }
    expect(await keptEvent({ type: 'FOO', cardNumber: card }, settings)).toEqual({
      type: 'FOO',
      cardNumber: hash('7', card),
    })
  })

  describe('where a mapping reads it', () => {
    const run = builtWith({
      eventAliases: {},
      mappings: { printed_card_number: { '@path': '$.loyalty.number' } },
    })
    test.each(['last4', 'hash', 'omit'])('is as the setting has it, too: %s', async (cardNumber) => {
      const body = JSON.stringify({ type: 'FOO', loyalty: { number: card } })
      const outcome = await run({ body, settings: { ...kept, cardNumber } })
      expect(outcome.status).toBe('ok')
      expect(JSON.stringify(outcome)).not.toContain(card)
    })

    const listed = builtWith({
      eventAliases: {},
      mappings: { printed_card_number: { '@path': '$.cards[0]' } },
    })
    test('also in a list, of which the rest is kept', async () => {
      const body = JSON.stringify({ type: 'FOO', cards: [card, 'Gold', null, { tier: 2 }], more: [[card]] })
      const [track] = tracksOf(await listed({ body, settings: { ...kept, cardNumber: 'last4' } }))
      const left = { cards: ['…0417', 'Gold', null, { tier: 2 }], more: [['…0417']], type: 'FOO' }
      expect(track?.properties?.body).toBe(JSON.stringify(left))
    })
  })
})

describe('what guests and senders keep secret', () => {
  const marker = 'mArKeR'
  const hostile: unknown[] = [{ [marker]: marker }, [marker, marker], [[marker], 1.5], true]
  const names = [
    ...[
      'firstName',
      'lastName',
      'email',
      'phone',
      'mobilePhone',
      'username',
      'dateOfBirth',
      'birthday',
      'optIn',
      'textCampaignOptIn',
    ],
    ...[
      'address',
      'addresses',
      'printedCardNumber',
      'cardNumber',
      'accountId',
      'accountIds',
      'userId',
      'externalAccountCode',
    ],
    ...[
      'merchantId',
      'storeName',
      'storeCode',
      'storeLatitude',
      'storeCity',
      'transactionId',
      'posTransactionId',
      'channel',
      'result',
    ],
    ...[
      'wallets',
      'walletBalances',
      'details',
      'wallets_info',
      'timestamp',
      'eventId',
      'amount',
      'currency',
      'expirationTime',
    ],
    ...[
      'sessionId',
      'checkNumber',
      'subtotal',
      'surveyCode',
      'surveyName',
      'answers',
      'referralCode',
      'referredAccountId',
    ],
    ...['addWalletContents', 'redeemWalletContents', 'tierCode', 'tierLabel', 'cardTemplateCode', 'transactionState'],
    ...['latitude', 'longitude', 'country', 'state', 'postalCode'],
  ]
  const sections = [
    'guest',
    'fields',
    'account',
    'card',
    'cardInfo',
    'store',
    'headerInfo',
    'transaction',
    'check',
    'survey',
  ]

  const said = ({ error, warnings, errors }: Outcome) => [error?.message ?? '', ...warnings, ...errors]

  test.each(events.map(({ name }) => name))('no message about %s shows', async (type) => {
    for (const value of hostile) {
      const members = Object.fromEntries(names.map((name) => [name, value]))
      const inside = Object.fromEntries(sections.map((name) => [name, members]))
      for (const event of [
        { type, ...members },
        { type, ...inside },
        { type, data: { ...members, ...inside } },
        { type, ...inside, userId: 'U-1' },
      ]) {
        for (const settings of [{}, kept]) {
          const lines = said(await send([event, event], { settings }))
          expect(lines.filter((line) => line.includes(marker))).toEqual([])
          expect(
            lines.filter((line) => line !== '' && !grammar.test(line.replace(/ \(and 1 more rejected\)$/, ''))),
          ).toEqual([])
        }
      }
    }
  })

  test('each unreadable value is reported once', async () => {
    const event = Object.fromEntries(names.map((name) => [name, { [marker]: 1 }]))
    const { warnings } = await send({ type: 'POS Activity', ...event, userId: 'U-1', guest: event })
    const reported = warnings.map((line) => line.replace(/[:.[].*$/, '').concat(line.slice(0, line.indexOf(':'))))
    expect(new Set(reported).size).toBe(warnings.length)
    expect(warnings.length).toBeGreaterThan(30)
  })

  test.each([
    ['a number', 1.5, 'a number'],
    ['true', true, 'a boolean'],
    ['an object', { given: 'Dana' }, 'an object'],
    ['a list of two', [1, 2], 'an array of 2'],
    ['a long text', 'x'.repeat(8193), 'a string of over 8,192 bytes'],
  ])('is reported by its type or shape: %s', async (_, firstName, shape) => {
    const { warnings } = await send([good, { ...good, n: 1, firstName }])
    expect(warnings).toEqual([`event[1].first_name: expected text, received ${shape}; left out`])
  })

  test('only a type is quoted, and what stands beside it is not', async () => {
    const outcome = await send({
      type: 'FOO',
      firstName: marker,
      email: `${marker}@e.org`,
      [marker]: marker,
      pin: marker,
    })
    expect(outcome.error?.message).toBe(typeMessage(0, 'FOO'))
  })
})

test('a batch whose every event is kept is no failure', async () => {
  const outcome = await send([unknown, nobody, 5], { settings: kept })
  expect(outcome).toMatchObject({ status: 'ok', error: null })
  expect(tracksOf(outcome).map(({ event, anonymousId }) => [event, anonymousId])).toEqual(
    Array.from({ length: 3 }, () => ['Paytronix Event Rejected', 'paytronix-rejected']),
  )
})
