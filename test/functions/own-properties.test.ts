import { events } from '../../functions/events'
import { type Pair, type Row, testRows } from './property-rows'
import { bothWays, type Members, track } from './property-run'

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
    names: ['check_number', 'checkNo'],
    sections: { check: ['number'] },
    event: 'POS Activity',
  },
  ...[['subtotal'], ['tax', 'taxTotal'], ['total', 'checkTotal']].map(
    ([name = '', ...also]): Row => ({
      property: name,
      kind: 'number',
      values: amounts,
      names: [name, ...also],
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
    sections: inCheck,
    event: 'Recharge Value',
  },
  {
    property: 'survey_code',
    kind: 'code',
    values: codes,
    names: ['survey_code', 'surveyId'],
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
    names: ['survey_name', 'surveyTitle'],
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
    items: [{ sku: 'S-1' }],
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
    [
      'POS Activity',
      {
        check_number: 'c-9',
        subtotal: 10,
        tax: 0.8,
        total: 10.8,
        currency: 'USD',
        products: [{ product_id: 'S-1' }],
        ...wallets,
      },
    ],
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
  const cases: [event: string, property: string, sent: unknown, emitted: unknown, reason: string][] = [
    ['POS Activity', 'subtotal', '+18.45', 18.45, 'a plus'],
    ['POS Activity', 'tax', '0', 0, 'zero is a value'],
    ['POS Activity', 'tax', '-0.00', 0, 'JSON has no −0'],
    ['POS Activity', 'total', ' 18.45 ', 18.45, 'blanks around it go'],
    ['POS Activity', 'total', 1e21, undefined, 'beyond 2^53'],
    ['POS Activity', 'total', '1e5', undefined, 'an exponent'],
    ['POS Activity', 'total', '$18.45', 18.45, 'a sign of a currency'],
    ['POS Activity', 'total', '18,45', undefined, 'a decimal comma'],
    ['POS Activity', 'total', '18,45', undefined, 'a decimal comma'],
    ['POS Activity', 'total', '.5', 0.5, 'no digit before the point'],
    ['POS Activity', 'total', '18.', 18, 'no digit after the point'],
    ['POS Activity', 'total', 'abc', undefined, 'a word'],
    ['POS Activity', 'total', true, undefined, 'a boolean'],
    ['POS Activity', 'total', { amount: '5' }, undefined, 'an object'],
    ['POS Activity', 'currency', 'Cad', 'CAD', 'in any case'],
    ['POS Activity', 'currency', 'US', undefined, 'two letters'],
    ['POS Activity', 'currency', 'US$', undefined, 'a sign instead of a letter'],
    ['POS Activity', 'currency', 'dollars', undefined, 'a word'],
    ['POS Activity', 'currency', 840, undefined, 'a number'],
    ['Check-In', 'expires_at', 1784415872000, '2026-07-18T23:04:32.000Z', 'milliseconds'],
    ['Check-In', 'expires_at', '2026-07-18', undefined, 'a day without a time'],
    ['Check-In', 'expires_at', 'soon', undefined, 'a word'],
    ['Check-In', 'expires_at', '2026-06-31T10:00:00Z', undefined, 'June has 30 days'],
  ]
  test.each(cases)('of %s, %s of %j is %j: %s', async (eventType, property, sent, emitted) => {
    const { properties, warnings } = await track(run, { eventType, [property]: sent })
    expect(properties).toEqual(emitted === undefined ? {} : { [property]: emitted })
    expect(warnings).toHaveLength(emitted === undefined ? 1 : 0)
  })

  test('a time without an offset is local to the setting timeZone', async () => {
    const { properties } = await track(run, { expirationTime: '2026-07-18T19:04' }, { timeZone: 'Europe/Paris' })
    expect(properties).toEqual({ expires_at: '2026-07-18T17:04:00.000Z' })
  })
})
