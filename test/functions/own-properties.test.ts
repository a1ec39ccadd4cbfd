import { events } from '../../functions/events'
import { surveyCompletion } from '../../functions/survey-completion'
import { readSettings } from '../../shared/settings/settings'
import { bothWays, type Members, type Pair, type Row, testRows, track } from './property-run'

const run = bothWays()

const codes: readonly [Pair, Pair] = [
  [' 00-9a ', '00-9a'],
  [118204, '118204'],
]
const amounts: readonly [Pair, Pair] = [
  ['40.00', 40],
  [-3.5, -3.5],
]
const contents: readonly [Pair, Pair] = [
  [[{ walletCode: 12, quantity: '18' }], [{ wallet_code: '12', quantity: 18 }]],
  [[{ code: 'B', quantity: 1 }], [{ wallet_code: 'B', quantity: 1 }]],
]
const inCheck = { check: [] }

const rows: readonly Row[] = [
  {
    property: 'session_id',
    kind: 'code',
    values: codes,
    names: ['session_id'],
    sections: {},
    event: 'Session Concluded',
  },
  {
    property: 'check_number',
    kind: 'code',
    values: codes,
    names: ['check_number'],
    sections: { check: ['number'] },
    event: 'POS Activity',
  },
  ...['subtotal', 'tax', 'total'].map(
    (name): Row => ({
      property: name,
      kind: 'number',
      values: amounts,
      names: [name],
      sections: inCheck,
      event: 'POS Activity',
    }),
  ),
  {
    property: 'added_wallets',
    kind: 'list',
    values: contents,
    names: ['added_wallets', 'addWalletContents'],
    sections: {},
    event: 'Add/Redeem',
    unreadable: 'text',
  },
  {
    property: 'redeemed_wallets',
    kind: 'list',
    values: contents,
    names: ['redeemed_wallets', 'redeemWalletContents'],
    sections: {},
    event: 'POS Activity',
    unreadable: 'text',
  },
  {
    property: 'amount',
    kind: 'number',
    values: amounts,
    names: ['amount', 'rechargeAmount'],
    sections: { chargeResponse: [] },
    event: 'Recharge Value',
  },
  {
    property: 'currency',
    kind: 'other',
    values: [
      [' usd ', 'USD'],
      ['CAD', 'CAD'],
    ],
    names: ['currency'],
    sections: {},
    event: 'Recharge Value',
  },
  {
    property: 'survey_code',
    kind: 'code',
    values: codes,
    names: ['survey_code'],
    sections: { survey: ['code'] },
    event: 'Survey Completion',
  },
  {
    property: 'survey_name',
    kind: 'text',
    values: [
      [' Visit ', 'Visit'],
      ['Meal', 'Meal'],
    ],
    names: ['survey_name'],
    sections: { survey: ['name'] },
    event: 'Survey Completion',
  },
  {
    property: 'survey_answers',
    kind: 'list',
    values: [
      [[{ question: 'Q', answer: 5 }], [{ question: 'Q', answer: '5' }]],
      [[{ question: 'R', answer: 'fine' }], [{ question: 'R', answer: 'fine' }]],
    ],
    names: ['survey_answers', 'answers', 'responses'],
    sections: { survey: [] },
    event: 'Survey Completion',
    unreadable: 'text',
  },
  {
    property: 'referral_code',
    kind: 'code',
    values: codes,
    names: ['referral_code'],
    sections: { referral: ['code'] },
    event: 'Referral',
  },
  {
    property: 'referred_account_id',
    kind: 'code',
    values: codes,
    names: ['referred_account_id'],
    sections: { referral: ['accountId'] },
    event: 'Referral',
  },
  {
    property: 'expires_at',
    kind: 'other',
    values: [
      ['2026-07-18 19:04:32 -0400', '2026-07-18T23:04:32.000Z'],
      ['2026-01-18T19:04:32', '2026-01-19T00:04:32.000Z'],
    ],
    names: ['expires_at', 'expirationTime'],
    sections: {},
    event: 'Check-In',
  },
]
testRows(run, rows)

describe('an event has its own properties, and no other has them', () => {
  const sent = {
    sessionId: 's-1',
    checkNumber: 'c-9',
    subtotal: '10.00',
    tax: '0.80',
    total: '10.80',
    addWalletContents: [{ walletCode: 1, quantity: '2' }],
    redeemWalletContents: [{ walletCode: 2, quantity: '3' }],
    amount: '40.00',
    currency: 'usd',
    surveyCode: 's-9',
    surveyName: 'Visit',
    answers: [{ question: 'Q', answer: 'A' }],
    referralCode: 'r-1',
    referredAccountId: 5183,
    expirationTime: '2026-07-18T23:04:32Z',
  }
  const wallets = {
    added_wallets: [{ wallet_code: '1', quantity: 2 }],
    redeemed_wallets: [{ wallet_code: '2', quantity: 3 }],
  }
  const own: [string, Members][] = [
    ['POS Activity', { check_number: 'c-9', subtotal: 10, tax: 0.8, total: 10.8, currency: 'USD', ...wallets }],
    ['Identify Customer', {}],
    ['Web Registration', {}],
    ['Referral', { referral_code: 'r-1', referred_account_id: '5183' }],
    ['Check-In', { expires_at: '2026-07-18T23:04:32.000Z' }],
    ['Recharge Value', { amount: 40, currency: 'USD' }],
    [
      'Survey Completion',
      { survey_code: 's-9', survey_name: 'Visit', survey_answers: [{ question: 'Q', answer: 'A' }] },
    ],
    ['Loyalty Registration', {}],
    ['Add/Redeem', { check_number: 'c-9', ...wallets }],
    ['Session Concluded', { session_id: 's-1' }],
  ]
  test.each(own)('%s', async (eventType, properties) => {
    expect(await track(run, { ...sent, eventType })).toEqual({ properties, warnings: [] })
  })

  test.each(own)('%s, as it is declared', (name, properties) => {
    const declared = events.find((event) => event.name === name)?.properties.map((property) => property.name)
    expect(declared?.sort()).toEqual(Object.keys(properties).sort())
  })

  test('an unknown event', async () => {
    const event = { ...sent, eventType: 'No Such Event', result: 'success' }
    expect(await track(run, event, { unknownEvents: 'track' })).toEqual({
      properties: { result: 'success' },
      warnings: [],
    })
  })

  test('and the documented ones are registered in the order of Segment’s list', () => {
    const documented = own.map(([name]) => name)
    const registered = events.map(({ name }) => name)
    expect(registered.filter((name) => documented.includes(name))).toEqual(documented)
  })
})

describe('values', () => {
  const cases: [string, string, unknown, unknown][] = [
    ['POS Activity', 'subtotal', '+18.45', 18.45],
    ['POS Activity', 'tax', '0', 0],
    ['POS Activity', 'tax', '-0.00', 0],
    ['POS Activity', 'total', ' 18.45 ', 18.45],
    ['POS Activity', 'total', 1e21, undefined],
    ['POS Activity', 'total', '1e5', undefined],
    ['POS Activity', 'total', '$18.45', 18.45],
    ['POS Activity', 'total', '18,45', undefined],
    ['POS Activity', 'total', '18,45', undefined],
    ['POS Activity', 'total', '.5', 0.5],
    ['POS Activity', 'total', '18.', 18],
    ['POS Activity', 'total', 'abc', undefined],
    ['POS Activity', 'total', true, undefined],
    ['POS Activity', 'total', { amount: '5' }, undefined],
    ['POS Activity', 'currency', 'Cad', 'CAD'],
    ['POS Activity', 'currency', 'US', undefined],
    ['POS Activity', 'currency', 'US$', undefined],
    ['POS Activity', 'currency', 'dollars', undefined],
    ['POS Activity', 'currency', 840, undefined],
    ['Check-In', 'expires_at', 1784415872000, '2026-07-18T23:04:32.000Z'],
    ['Check-In', 'expires_at', '2026-07-18', undefined],
    ['Check-In', 'expires_at', 'soon', undefined],
    ['Check-In', 'expires_at', '2026-06-31T10:00:00Z', undefined],
  ]
  test.each(cases)('of %s, %s of %j is %j', async (eventType, property, sent, emitted) => {
    const { properties, warnings } = await track(run, { eventType, [property]: sent })
    expect(properties).toEqual(emitted === undefined ? {} : { [property]: emitted })
    expect(warnings).toHaveLength(emitted === undefined ? 1 : 0)
  })

  test('a time without an offset is local to the setting timeZone', async () => {
    const { properties } = await track(run, { expirationTime: '2026-07-18T19:04' }, { timeZone: 'Europe/Paris' })
    expect(properties).toEqual({ expires_at: '2026-07-18T17:04:00.000Z' })
  })
})

describe('the answers of a survey', () => {
  const survey = (answers: unknown) => track(run, { eventType: 'Survey Completion', answers })
  test.each([
    ['a number becomes text', [{ question: 'Q', answer: 4.5 }], [{ question: 'Q', answer: '4.5' }]],
    ['zero becomes text', [{ question: 1, answer: 0 }], [{ question: '1', answer: '0' }]],
    ['text is trimmed', [{ question: ' Q ', answer: ' A ' }], [{ question: 'Q', answer: 'A' }]],
    ['any spelling will do', [{ Question: 'Q', ANSWER: 'A' }], [{ question: 'Q', answer: 'A' }]],
    ['lists of one are their item', [{ question: ['Q'], answer: ['A'] }], [{ question: 'Q', answer: 'A' }]],
    ['nothing else passes', [{ question: 'Q', answer: 'A', id: 1, email: 'e@x.y' }], [{ question: 'Q', answer: 'A' }]],
    ['null in a list is nothing', [null, { question: 'Q', answer: 'A' }], [{ question: 'Q', answer: 'A' }]],
    [
      'their order is kept',
      [
        { question: 'b', answer: '1' },
        { question: 'a', answer: '2' },
        { question: 'b', answer: '1' },
      ],
      [
        { question: 'b', answer: '1' },
        { question: 'a', answer: '2' },
        { question: 'b', answer: '1' },
      ],
    ],
  ])('%s', async (_, sent, emitted) => {
    expect(await survey(sent)).toEqual({ properties: { survey_answers: emitted }, warnings: [] })
  })

  // Not sent as the others are, for JSON.stringify knows no such number.
  test.each(['1e400', '-1e400'])('%s, which JSON.parse takes for infinite, is no answer', (number) => {
    const answers: unknown = JSON.parse(
      `[{ "question": "Q", "answer": ${number} }, { "question": "R", "answer": 1e308 }]`,
    )
    const property = surveyCompletion.properties.find(({ name }) => name === 'survey_answers')
    const warnings: unknown[] = []
    const warn = (...warning: readonly unknown[]) => warnings.push(warning)
    expect(
      property?.normalize(
        answers,
        readSettings({}, () => true),
        warn,
      ),
    ).toEqual([{ question: 'R', answer: '1e+308' }])
    expect(warnings[0]).toEqual(['.answer', 'text', JSON.parse(number)])
  })

  test('an empty list is absent', async () => expect(await survey([])).toEqual({ properties: {}, warnings: [] }))

  test.each([
    ['no question', { answer: 'A' }],
    ['a blank answer', { question: 'Q', answer: ' ' }],
    ['an object as answer', { question: 'Q', answer: { text: 'A' } }],
    ['several answers', { question: 'Q', answer: ['A', 'B'] }],
    ['an answer of over 8,192 bytes', { question: 'Q', answer: 'x'.repeat(8193) }],
    ['text alone', 'A'],
  ])('an item with %s is left out with one warning', async (_, item) => {
    const { properties, warnings } = await survey([item, { question: 'R', answer: 'B' }])
    expect(properties).toEqual({ survey_answers: [{ question: 'R', answer: 'B' }] })
    expect(warnings).toEqual([
      expect.stringMatching(/^event\[0\]\.survey_answers[^ ]*: expected .+, received .+; left out$/),
    ])
  })
})

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
