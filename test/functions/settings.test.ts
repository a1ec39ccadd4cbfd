import { createHash } from 'node:crypto'
import { settingDefinitions } from '../../shared/settings/definitions'
import type { Members } from './property-run'
import { anonymousIdOf, refused, sender, tracksOf, wholeCalls } from './run'

const send = sender()
const card = '6035710000000417'

/** An event of which every setting changes something. */
const event = {
  type: 'Recharge Value',
  accountId: '5183',
  userId: 'U-1',
  printedCardNumber: card,
  firstName: 'Dana',
  birthday: '1990-02-28',
  timestamp: '2025-07-18T19:04:32',
}
const batch = [event, { type: 'FOO', userId: 'U-2' }, { type: 'Check-In' }]

const table = [
  ['sharedSecret', 'STRING', true],
  ['merchantId', 'STRING', false],
  ['userIdFrom', 'ARRAY', false],
  ['timeZone', 'STRING', false],
  ['cardNumber', 'STRING', false],
  ['identify', 'STRING', false],
  ['eventNames', 'TEXT_MAP', false],
  ['unknownEvents', 'STRING', false],
  ['rejectedEvents', 'STRING', false],
  ['omit', 'ARRAY', false],
] as const

test('the settings are those of the specification, none of them required, each with all six fields', () => {
  expect(settingDefinitions).toEqual(
    table.map(([name, type, sensitive]) => ({
      name,
      type,
      sensitive,
      required: false,
      label: expect.stringMatching(/\S/),
      description: expect.stringMatching(/\S/),
    })),
  )
})

test('a setting that nobody knows changes nothing', async () => {
  const settings = JSON.parse('{"unheardOf":5,"__proto__":{"identify":"never"},"constructor":"x"}')
  expect(await send(batch, { settings })).toEqual(await send(batch))
})

describe('a blank value is absent', () => {
  const scalars: unknown[] = [null, '', '  ', '\t\n']
  const lists: unknown[] = [null, '', [], [''], ['  ', ''], [null]]
  const maps: unknown[] = [
    null,
    '',
    ' ',
    {},
    { 'Recharge Value': '' },
    { 'Recharge Value': '  ' },
    { 'Recharge Value': null },
  ]
  const blanks = { STRING: scalars, ARRAY: lists, TEXT_MAP: maps }
  test.each(table.flatMap(([name, type]) => blanks[type].map((value) => ({ name, value }))))(
    '$name: $value',
    async ({ name, value }) => {
      expect(await send(batch, { settings: { [name]: value } })).toEqual(await send(batch))
    },
  )

  test('all of them blank are none', async () => {
    const settings = Object.fromEntries(table.map(([name, type]) => [name, blanks[type][1]]))
    expect(await send(batch, { settings })).toEqual(await send(batch))
  })

  test('blank items of a list are none of it', async () => {
    const settings = { userIdFrom: ['', 'accountId', ' '], omit: [' ', 'firstName'] }
    expect(await send(event, { settings })).toEqual(
      await send(event, { settings: { userIdFrom: ['accountId'], omit: ['firstName'] } }),
    )
  })
})

describe('the default is', () => {
  test.each([
    ['userIdFrom', ['userId', 'accountId']],
    ['timeZone', 'America/New_York'],
    ['cardNumber', 'plain'],
    ['identify', 'always'],
    ['unknownEvents', 'reject'],
    ['rejectedEvents', 'throw'],
  ])('%s: %j', async (name, value) =>
    expect(await send(batch, { settings: { [name]: value } })).toEqual(await send(batch)),
  )
})

test('a value may have white space around it', async () => {
  const tidy = { merchantId: '7', userIdFrom: ['accountId'], timeZone: 'UTC', cardNumber: 'last4', identify: 'profile' }
  const more = {
    eventNames: { Recharge: 'Top-Up' },
    unknownEvents: 'track',
    rejectedEvents: 'track',
    omit: ['birthday'],
  }
  const spaced = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replace(/"([^"]+)"(?!:)/g, '" $1 "'))
  const settings = { ...tidy, ...more }
  expect(await send(batch, { settings: spaced(settings) as Members })).toEqual(await send(batch, { settings })) // an object like it
})

describe('a wrong value is refused, and the message tells the setting and what it may be', () => {
  const marker = 'mArKeR'
  const texts: unknown[] = [5, 0, true, false, [marker], [], { [marker]: marker }]
  const wrong: Record<string, { readonly values: readonly unknown[]; readonly allowed: readonly string[] }> = {
    sharedSecret: { values: texts, allowed: ['text'] },
    merchantId: { values: [...texts, 90417], allowed: ['text'] },
    userIdFrom: {
      values: [
        'userId',
        marker,
        [marker],
        ['userId', marker],
        ['userID'],
        ['user_id'],
        [5],
        [['userId']],
        [{}],
        {},
        5,
        true,
      ],
      allowed: ['userId', 'accountId', 'externalAccountCode', 'username', 'email', 'printedCardNumber'],
    },
    timeZone: {
      values: [...texts, marker, 'Mars/Olympus', '-05:00', '+5', 'New York', '1', 'America/New_York;', 'null'],
      allowed: ['IANA'],
    },
    cardNumber: { values: [...texts, marker, 'PLAIN', 'last5', 'true'], allowed: ['plain', 'last4', 'hash', 'omit'] },
    identify: { values: [...texts, marker, 'Always', 'no'], allowed: ['always', 'profile', 'never'] },
    eventNames: {
      values: [marker, 5, true, [], [marker], { a: 5 }, { a: [marker] }, { a: { b: marker } }, { a: true }],
      allowed: ['event names'],
    },
    unknownEvents: { values: [...texts, marker, 'TRACK', 'throw'], allowed: ['reject', 'track'] },
    rejectedEvents: { values: [...texts, marker, 'Throw', 'reject'], allowed: ['throw', 'track'] },
    omit: {
      values: ['birthday', marker, [marker], ['birthday', marker], [5], [['birthday']], {}, 5, true],
      allowed: ['properties', 'traits'],
    },
  }
  const cases = Object.entries(wrong).flatMap(([name, { values, allowed }]) =>
    values.map((value) => ({ name, value, allowed })),
  )

  test('of every setting', () => expect(Object.keys(wrong)).toEqual(table.map(([name]) => name)))

  test.each(cases)('$name: $value', async ({ name, value, allowed }) => {
    const outcome = await send(batch, { settings: { [name]: value } })
    const message = new RegExp(`^settings\\.${name}: expected [^;]+, received [^;]+(?:; .+)?$`)
    expect(outcome).toEqual({ ...refused('ValidationError', message), warnings: [], errors: [] })
    for (const word of allowed) expect(outcome.error?.message.split(', received')[0]).toContain(word)
    expect(outcome.error?.message).not.toContain(marker)
  })

  test.each(['last4', 'hash', 'omit'])(
    'also userIdFrom, when it would show a card that is to be %s',
    async (cardNumber) => {
      const outcome = await send(event, { settings: { cardNumber, userIdFrom: ['userId', 'printedCardNumber'] } })
      expect(outcome).toMatchObject({
        ...refused('ValidationError', /^settings\.userIdFrom: expected .+, received .+$/),
        errors: [],
      })
    },
  )

  test('whatever the body is', async () => {
    for (const body of [null, 'x', [], {}, { type: 'FOO' }]) {
      const outcome = await send(body, { settings: { identify: 'sometimes', rejectedEvents: 'track' } })
      expect(outcome).toMatchObject(refused('ValidationError', /^settings\.identify: /))
    }
  })
})

describe('sharedSecret', () => {
  const secret = 'S3cret:with ünicode & =more='
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const settings = { sharedSecret: 'plain-S3cret' }
  const bodies: unknown[] = [event, 'not an event', [], { deep: 1 }]

  test.each([
    ['a Bearer token', { authorization: 'Bearer plain-S3cret' }, ''],
    ['a Bearer token in another case', { Authorization: 'bearer plain-S3cret' }, ''],
    ['a Basic password', { Authorization: `Basic ${base64('user:plain-S3cret')}` }, ''],
    ['a Basic password of nobody', { Authorization: `basic ${base64(':plain-S3cret')}` }, ''],
    ['its own header', { 'X-Paytronix-Secret': 'plain-S3cret' }, ''],
    ['its own header in lower case', { 'x-paytronix-secret': 'plain-S3cret' }, ''],
    ['a query parameter', {}, 'secret=plain-S3cret'],
    ['a query parameter among others', {}, 'event=x&secret=plain-S3cret'],
    ['one right place, one wrong', { Authorization: 'Bearer wrong' }, 'secret=plain-S3cret'],
    [
      'one right place, another wrong',
      { Authorization: 'Bearer wrong', 'x-paytronix-secret': 'plain-S3cret' },
      'secret=no',
    ],
  ])('lets pass who carries it as %s', async (_, headers: Record<string, string>, query) => {
    expect(await send(event, { settings, headers, query })).toEqual(await send(event))
  })

  test('may hold a colon, spaces and other signs', async () => {
    const given = { sharedSecret: secret }
    expect((await send(event, { settings: given, query: `secret=${encodeURIComponent(secret)}` })).status).toBe('ok')
    expect(
      (await send(event, { settings: given, headers: { Authorization: `Basic ${base64(`user:${secret}`)}` } })).status,
    ).toBe('ok')
  })

  test.each([
    ['nothing', {}, ''],
    ['another', { Authorization: 'Bearer plain-s3cret' }, ''],
    ['a part of it', { Authorization: 'Bearer plain-S3cre' }, ''],
    ['more than it', { Authorization: 'Bearer plain-S3crets' }, ''],
    ['an empty one', { Authorization: 'Bearer ', 'x-paytronix-secret': '' }, 'secret='],
    ['it without a scheme', { Authorization: 'plain-S3cret' }, ''],
    ['it in another scheme', { Authorization: 'Digest plain-S3cret' }, ''],
    ['it as the user of Basic', { Authorization: `Basic ${base64('plain-S3cret:')}` }, ''],
    ['it as Basic without a colon', { Authorization: `Basic ${base64('plain-S3cret')}` }, ''],
    ['it not in base64', { Authorization: 'Basic user:plain-S3cret' }, ''],
    ['it in another header', { 'x-secret': 'plain-S3cret', secret: 'plain-S3cret' }, ''],
    ['it in another parameter', {}, 'Secret=plain-S3cret&sharedSecret=plain-S3cret&event=plain-S3cret'],
    ['its hash', { Authorization: `Bearer ${createHash('sha256').update('plain-S3cret').digest('hex')}` }, ''],
  ])(
    'keeps out who carries %s, before anything of the body is read',
    async (_, headers: Record<string, string>, query) => {
      for (const body of bodies) {
        const outcome = await send(body, { settings: { ...settings, rejectedEvents: 'track' }, headers, query })
        expect(outcome).toEqual({ ...refused('ValidationError', /^unauthorized: \S/), warnings: [], errors: [] })
        expect(outcome.error?.message).not.toMatch(/s3cre/i)
      }
    },
  )

  test('in the body is none', async () => {
    const outcome = await send({ ...event, secret: 'plain-S3cret', sharedSecret: 'plain-S3cret' }, { settings })
    expect(outcome).toMatchObject(refused('ValidationError', /^unauthorized: /))
  })

  test('comes before the other settings', async () => {
    const outcome = await send(event, { settings: { ...settings, identify: 'sometimes' } })
    expect(outcome).toMatchObject(refused('ValidationError', /^unauthorized: /))
  })

  test.each([undefined, '', '  '])('of %j lets everybody pass', async (sharedSecret) => {
    const outcome = await send(event, {
      settings: { sharedSecret },
      headers: { Authorization: 'Bearer x' },
      query: 'secret=y',
    })
    expect(outcome).toEqual(await send(event))
  })
})

describe('cardNumber', () => {
  const hash = (merchant: string) => createHash('sha256').update(`${merchant}\0${card}`).digest('hex')
  const shown: [string, string | undefined][] = [
    ['plain', card],
    ['last4', '…0417'],
    ['hash', hash('90417')],
    ['omit', undefined],
  ]
  test.each(shown)('%s governs properties and traits alike', async (cardNumber, expected) => {
    const numbers = ['6035 7100 0000 0417', Number(card), [card], ` ${card.slice(0, 4)}-${card.slice(4)}`]
    for (const printedCardNumber of numbers) {
      const outcome = await send({ ...event, merchantId: 90417, printedCardNumber }, { settings: { cardNumber } })
      expect(wholeCalls(outcome).map(({ properties, traits }) => (properties ?? traits)?.printed_card_number)).toEqual([
        expected,
        expected,
      ])
      if (cardNumber !== 'plain') expect(JSON.stringify(outcome)).not.toContain(card)
    }
  })

  test.each(shown)('%s leaves every other part of the calls as it is', async (cardNumber, expected) => {
    const { merchantId, ...tail } = { ...event, merchantId: '90417' }
    const plain = await send({ ...tail, merchantId })
    const outcome = await send({ ...tail, merchantId }, { settings: { cardNumber } })
    const replaced = JSON.stringify(plain).replaceAll(
      `,"printed_card_number":"${card}"`,
      expected === undefined ? '' : `,"printed_card_number":"${expected}"`,
    )
    expect(outcome).toEqual(JSON.parse(replaced))
  })

  test('hash differs by merchant, that of the event before that of the setting', async () => {
    const shownOf = async (members: Members, merchantId?: string) => {
      const outcome = await send(
        { ...event, ...members },
        { settings: { cardNumber: 'hash', ...(merchantId !== undefined && { merchantId }) } },
      )
      return tracksOf(outcome)[0]?.properties?.printed_card_number
    }
    expect(await shownOf({})).toBe(hash(''))
    expect(await shownOf({ merchantId: '1' })).toBe(hash('1'))
    expect(await shownOf({}, '2')).toBe(hash('2'))
    expect(await shownOf({ merchantId: '1' }, '2')).toBe(hash('1'))
  })

  test.each(['last4', 'hash', 'omit'])(
    '%s shows the card nowhere, in no name under which it comes',
    async (cardNumber) => {
      const numbers = {
        cardNumber: card,
        card_number: card,
        primaryCardNumbers: [card, card],
        printed_card_number: card,
      }
      const everywhere = {
        ...numbers,
        card: numbers,
        cardInfo: numbers,
        account: { ...numbers, primaryCard: numbers },
        data: numbers,
      }
      const outcome = await send(
        { type: 'Check-In', ...everywhere, guest: numbers, properties: numbers },
        { settings: { cardNumber } },
      )
      expect(outcome.status).toBe('ok')
      expect(JSON.stringify(outcome)).not.toContain(card)
    },
  )
})

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

describe('omit', () => {
  const full = {
    type: 'Survey Completion',
    userId: 'U-1',
    accountId: '5183',
    merchantId: '7',
    printedCardNumber: card,
    store: { code: '0007', name: 'Harbor' },
    fields: { firstName: 'Dana', lastName: 'Lee', email: 'd@e.org', phone: '207', birthday: '1990-02-28', optIn: true },
    addresses: [{ city: 'Portland' }],
    username: 'dana',
    walletBalances: [{ walletCode: 1, label: 'Points', balance: 5 }],
    answers: [{ question: 'Q', answer: 'A' }],
    surveyCode: 'S',
  }
  const properties = [
    'store_code',
    'store_name',
    'survey_answers',
    'survey_code',
    'wallets_info',
    'all_wallets_info',
    'flat_wallets_info',
    'merchant_id',
  ]
  const traits = ['email', 'phone', 'birthday', 'address', 'username', 'wallet_1_balance', 'wallet_1_label']
  const both = ['printed_card_number', 'email_opt_in']

  /** The calls, without some members of properties and traits. */
  const without = async (names: readonly string[]) => {
    const calls = wholeCalls(await send(full))
    const left = (members: Members) =>
      Object.fromEntries(Object.entries(members).filter(([name]) => !names.includes(name)))
    return calls.map(({ properties: sent, traits: told, context, ...call }) => ({
      ...call,
      ...(sent && { properties: left(sent) }),
      ...(told && { traits: left(told) }),
      context: { ...context, ...(context.traits && { traits: left(context.traits) }) },
    }))
  }

  test.each([...properties, ...traits, ...both])('%s is nowhere in the calls, and all else is', async (name) => {
    const outcome = await send(full, { settings: { omit: [name] } })
    expect(outcome.calls).toEqual(await without([name]))
    expect(outcome.calls).not.toEqual((await send(full)).calls)
  })

  test.each([
    ['first_name', 'firstName'],
    ['last_name', 'lastName'],
  ])('%s or %s takes the name out of properties, traits and context', async (property, trait) => {
    const [identify, track] = wholeCalls(await send(full, { settings: { omit: [property, trait] } }))
    expect(identify?.traits).not.toHaveProperty(trait)
    expect(track?.properties).not.toHaveProperty(property)
    expect(track?.context.traits).not.toHaveProperty(trait)
    const [one] = wholeCalls(await send(full, { settings: { omit: [trait] } }))
    expect(one?.traits).not.toHaveProperty(trait)
    const [, other] = wholeCalls(await send(full, { settings: { omit: [property] } }))
    expect(other?.properties).not.toHaveProperty(property)
  })

  test('of several names leaves the rest', async () => {
    const omit = ['birthday', 'address', 'survey_answers', 'email', 'printed_card_number']
    expect((await send(full, { settings: { omit } })).calls).toEqual(await without(omit))
  })

  test('of all four leaves the track call’s context without traits', async () => {
    const outcome = await send(full, { settings: { omit: ['firstName', 'lastName', 'email', 'phone'] } })
    expect(tracksOf(outcome)[0]?.context).not.toHaveProperty('traits')
  })

  test('of all traits leaves no identify call', async () => {
    const event = { type: 'Check-In', userId: 'U-1', birthday: '1990-02-28', email: 'd@e.org' }
    const outcome = await send(event, { settings: { omit: ['birthday', 'email'] } })
    expect(wholeCalls(outcome).map(({ type }) => type)).toEqual(['track'])
  })

  test.each([
    ['printed_card_number', { printedCardNumber: card }, 'card', card],
    ['email', { email: 'd@e.org' }, 'email', 'd@e.org'],
    ['phone', { phone: '207' }, 'phone', '207'],
  ])('%s says nothing of who the guest is', async (name, members, kind, value) => {
    const outcome = await send({ type: 'Check-In', ...members }, { settings: { omit: [name] } })
    expect(tracksOf(outcome).map(({ anonymousId }) => anonymousId)).toEqual([anonymousIdOf('', kind, value)])
  })

  test.each([
    ['survey_answers'],
    ['session_id'],
    ['amount'],
    ['expires_at'],
    ['added_wallets'],
    ['referral_code'],
    ['firstName'],
    ['wallet_12_balance'],
  ])('may name %s in any event', async (name) => {
    const outcome = await send({ type: 'Check-In', userId: 'U-1' }, { settings: { omit: [name] } })
    expect(outcome).toEqual(await send({ type: 'Check-In', userId: 'U-1' }))
  })
})
