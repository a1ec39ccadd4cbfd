import { type Row, testPlaces } from './property-rows'
import { bothWays, callsOf, type Members, spellings, track, withMember } from './property-run'

const run = bothWays()

const lists = [
  'wallets',
  'walletBalances',
  'pointBalances',
  'rewardBalances',
  'storedValueBalances',
  'walletInfo',
  'details',
  'wallets_info',
  'all_wallets_info',
  'flat_wallets_info',
]
const keyed = lists.filter((name) => name !== 'details')
const codes = (...codes: unknown[]) => codes.map((walletCode) => ({ walletCode, balance: '5' }))
const wallet = (walletCode: unknown, members: Members = {}) => ({ walletCode, ...members })

// Places, spellings and the order in which lists are looked at are those of a property with many names.
const row: Row = {
  property: 'wallets_info',
  kind: 'other',
  values: [
    [[{ walletCode: 1, balance: '5' }], { 1: 5 }],
    [[{ walletCode: 1, balance: '6' }], { 1: 6 }],
  ],
  names: lists,
  sections: { account: [] },
}
testPlaces(run, row)

/** The three forms of what an event tells of wallets. */
interface Forms {
  wallets_info?: Record<string, number>
  all_wallets_info?: Members[]
  flat_wallets_info?: Members
}

test('wallets come in three forms', async () => {
  const event = {
    pointBalances: [{ walletCode: 1, name: 'Points', balance: '1250' }],
    rewardBalances: [
      {
        walletCode: 7,
        name: 'Rewards',
        balance: '12.50',
        expirations: [{ amount: '5', expirationDate: '2026-12-31' }],
      },
    ],
  }
  expect(await track(run, event)).toEqual({
    properties: {
      wallets_info: { 1: 1250, 7: 12.5 },
      all_wallets_info: [
        { wallet_code: '1', label: 'Points', balance: 1250 },
        {
          wallet_code: '7',
          label: 'Rewards',
          balance: 12.5,
          expirations: [{ amount: 5, expiration_date: '2026-12-31' }],
        },
      ],
      flat_wallets_info: { '1_label': 'Points', '1_balance': 1250, '7_label': 'Rewards', '7_balance': 12.5 },
    },
    warnings: [],
  })
})

describe.each(keyed)('%s', (list) => {
  const expected = {
    wallets_info: { 12: 142, B: -1.5 },
    all_wallets_info: [
      { wallet_code: '12', label: 'Points', balance: 142 },
      { wallet_code: 'B', balance: -1.5 },
    ],
    flat_wallets_info: { '12_label': 'Points', '12_balance': 142, B_balance: -1.5 },
  }
  test.each([
    [
      'a list',
      [
        { walletCode: 12, name: 'Points', balance: '142' },
        { code: 'B', balance: -1.5 },
      ],
    ],
    ['an object by code', { 12: { name: 'Points', balance: '142' }, B: '-1.5' }],
    ['an object by code, with lists of one', { 12: [{ name: ['Points'], balance: ['142'] }], B: ['-1.5'] }],
    ['the flat form', { '12_label': 'Points', '12_balance': '142', B_balance: -1.5 }],
    ['the flat form in other cases', { '12_Label': 'Points', '12_BALANCE': 142, B_Balance: '-1.5' }],
    ['forms mixed', { '12_label': 'Points', 12: '142', B: { code: 'B', balance: '-1.5' } }],
    [
      'with what is no wallet',
      { 12: { label: 'Points', balance: 142 }, B: -1.5, note: 'text', on: true, off: null, x: {} },
    ],
  ])('may be %s', async (_, value) => {
    expect(await track(run, { [list]: value })).toEqual({ properties: expected, warnings: [] })
  })

  test('may be one wallet alone, which is no object by code', async () => {
    const { properties, warnings } = await track(run, { [list]: { walletCode: 12, name: 'Points', balance: '142' } })
    expect({ wallets: properties?.wallets_info, warnings }).toEqual({ wallets: { 12: 142 }, warnings: [] })
  })

  test('may be empty, and then is absent', async () => {
    expect(await track(run, { [list]: [] })).toEqual({ properties: {}, warnings: [] })
    expect(await track(run, { [list]: {} })).toEqual({ properties: {}, warnings: [] })
  })

  test.each([['text'], [42], [true]])('cannot be %j', async (value) => {
    const { properties, warnings } = await track(run, { [list]: value })
    expect(properties).toEqual({})
    expect(warnings).toEqual([expect.stringMatching(/^event\[0\]\.\w+: expected .+, received a \w+; left out$/)])
  })
})

describe('details', () => {
  test('may be a list', async () => {
    const details = [{ walletCode: 12, walletName: 'Points', accrued: '18', redeemed: '0', balance: '142' }]
    expect(await track(run, { details })).toEqual({
      properties: {
        wallets_info: { 12: 142 },
        all_wallets_info: [{ wallet_code: '12', label: 'Points', balance: 142 }],
        flat_wallets_info: { '12_label': 'Points', '12_balance': 142 },
      },
      warnings: [],
    })
  })

  test.each([
    ['an object by code', { 12: '142' }],
    ['the flat form', { '12_balance': 142 }],
    ['text', 'lunch'],
    ['items without a code', [{ name: 'Soup', balance: '5' }, 'text', null, 7]],
    ['an empty list', []],
  ])('as %s tell of no wallet, and nobody is warned', async (_, details) => {
    expect(await track(run, { details })).toEqual({ properties: {}, warnings: [] })
  })
})

describe('wallets merge', () => {
  const cases: [string, Members, Forms][] = [
    [
      'with the label of one list and the balance of another',
      { walletInfo: [wallet(12, { name: 'Points', scale: 0 })], details: [wallet('12', { balance: '142' })] },
      {
        wallets_info: { 12: 142 },
        all_wallets_info: [{ wallet_code: '12', label: 'Points', balance: 142, scale: 0 }],
        flat_wallets_info: { '12_label': 'Points', '12_balance': 142 },
      },
    ],
    [
      'and the first value wins',
      {
        wallets: [wallet(1, { balance: 5, name: 'A' })],
        pointBalances: [wallet(1, { balance: 6, name: 'B', giftable: 'Y' })],
      },
      {
        wallets_info: { 1: 5 },
        all_wallets_info: [{ wallet_code: '1', label: 'A', balance: 5, giftable: true }],
        flat_wallets_info: { '1_label': 'A', '1_balance': 5 },
      },
    ],
    [
      'within a list, too',
      { wallets: [wallet(1, { balance: 5 }), wallet('1', { balance: 6, name: 'B' })] },
      {
        wallets_info: { 1: 5 },
        all_wallets_info: [{ wallet_code: '1', label: 'B', balance: 5 }],
        flat_wallets_info: { '1_label': 'B', '1_balance': 5 },
      },
    ],
    [
      'of several places, the outer first',
      { account: { wallets: { 1: 7, 2: 8 } }, data: { wallets: { 1: 6 } }, wallets: { 1: 5 } },
      {
        wallets_info: { 1: 5, 2: 8 },
        all_wallets_info: [
          { wallet_code: '1', balance: 5 },
          { wallet_code: '2', balance: 8 },
        ],
        flat_wallets_info: { '1_balance': 5, '2_balance': 8 },
      },
    ],
    [
      'but a blank value is no value',
      { wallets: [wallet(1, { balance: ' ', name: null })], walletBalances: [wallet(1, { balance: 6, name: 'B' })] },
      {
        wallets_info: { 1: 6 },
        all_wallets_info: [{ wallet_code: '1', label: 'B', balance: 6 }],
        flat_wallets_info: { '1_label': 'B', '1_balance': 6 },
      },
    ],
    [
      'and so in the keyed forms',
      { wallets: { '1_label': ' ', '1_balance': null, 2: '' }, walletBalances: { 1: { balance: 6, name: 'B' } } },
      {
        wallets_info: { 1: 6 },
        all_wallets_info: [{ wallet_code: '1', label: 'B', balance: 6 }],
        flat_wallets_info: { '1_label': 'B', '1_balance': 6 },
      },
    ],
    [
      'but of two spellings of one list in one object, only the alphabetically first is read',
      { wallets: { 2: 6 }, Wallets: { 1: 5 } },
      {
        wallets_info: { 1: 5 },
        all_wallets_info: [{ wallet_code: '1', balance: 5 }],
        flat_wallets_info: { '1_balance': 5 },
      },
    ],
    [
      'and codes that differ in zeros or case are two',
      { wallets: { a: 1, A: 2, '07': 3, 7: 4 } },
      {
        wallets_info: { '07': 3, 7: 4, A: 2, a: 1 },
        all_wallets_info: [
          { wallet_code: '07', balance: 3 },
          { wallet_code: '7', balance: 4 },
          { wallet_code: 'A', balance: 2 },
          { wallet_code: 'a', balance: 1 },
        ],
        flat_wallets_info: { '07_balance': 3, '7_balance': 4, A_balance: 2, a_balance: 1 },
      },
    ],
  ]
  test.each(cases)('%s', async (_, event, forms) => {
    expect(await track(run, event)).toEqual({ properties: forms, warnings: [] })
  })
})

describe('wallets are sorted', () => {
  test.each([
    ['numerically when all codes are numbers', [10, '2', 1, '003'], ['1', '2', '003', '10']],
    ['as text when one is not', [10, '2', 'B', 'a', '1'], ['1', '10', '2', 'B', 'a']],
    [
      'numerically beyond 2^53',
      ['90071992547409931', '9007199254740994', '9'],
      ['9', '9007199254740994', '90071992547409931'],
    ],
  ])('%s', async (_, sent, sorted) => {
    const { properties } = await track(run, { wallets: codes(...sent) })
    expect(properties?.all_wallets_info).toEqual(sorted.map((code) => ({ wallet_code: code, balance: 5 })))
    const keys = Object.keys(properties?.flat_wallets_info ?? {})
    expect(keys).toEqual(sorted.map((code) => `${code}_balance`))
  })

  test('alike whatever the order in which they came', async () => {
    const sent = codes('c', 'a', 12, 'b', 3)
    const one = await track(run, { wallets: sent })
    const other = await track(run, { wallets: [...sent].reverse() })
    expect(JSON.stringify(one.properties)).toBe(JSON.stringify(other.properties))
  })
})

describe('a wallet’s fields', () => {
  const cases: [string, Members, Members][] = [
    ['label before name', { label: 'L', name: 'N', walletName: 'W', description: 'D' }, { label: 'L' }],
    ['name before walletName', { name: ' N ', walletName: 'W', description: 'D' }, { label: 'N' }],
    ['walletName before description', { walletName: 'W', description: 'D' }, { label: 'W' }],
    ['description', { Description: 'D' }, { label: 'D' }],
    ['walletCode before code', { code: '9', walletCode: '1' }, {}],
    ['scale', { scale: '2', balance: '1250' }, { balance: 1250, scale: 2 }],
    ['wallet type', { wallet_type: 'REDEEM' }, { wallet_type: 'REDEEM' }],
    ['giftable', { Giftable: 'N' }, { giftable: false }],
    ['any spelling', { WalletName: 'W', BALANCE: '1' }, { label: 'W', balance: 1 }],
    [
      'expirations',
      { expirations: [{ amount: '5', expirationDate: '2026-12-31', note: 'x' }, { amount: 1.5 }, null] },
      { expirations: [{ amount: 5, expiration_date: '2026-12-31' }, { amount: 1.5 }] },
    ],
    [
      'a date of a date-time',
      { expirations: [{ expirationDate: '2026-12-31T23:30:00-0500' }] },
      { expirations: [{ expiration_date: '2026-12-31' }] },
    ],
    ['no empty list', { expirations: [], label: 'L' }, { label: 'L' }],
    ['nothing else', { label: 'L', quantity: 3, valueAmount: '5', productId: 7, posItemId: 'x' }, { label: 'L' }],
  ]
  test.each(cases)('%s', async (_, sent, emitted) => {
    const { properties, warnings } = await track(run, { wallets: [{ walletCode: '1', ...sent }] })
    expect(properties?.all_wallets_info).toEqual([{ wallet_code: '1', ...emitted }])
    expect(warnings).toEqual([])
  })

  test.each([
    ['scale', { scale: 'two' }],
    ['wallet_type', { walletType: { id: 1 } }],
    ['giftable', { giftable: 'perhaps' }],
    ['label', { label: 5 }],
    ['expirations', { expirations: 'never' }],
    ['expirations', { expirations: [{ expirationDate: '12/31/26' }] }],
    ['expirations', { expirations: [{ amount: 'five' }] }],
  ])('an unreadable %s is left out with one warning', async (_, sent) => {
    const { properties, warnings } = await track(run, { wallets: [{ walletCode: '1', balance: 5, ...sent }] })
    expect(properties?.all_wallets_info).toEqual([{ wallet_code: '1', balance: 5 }])
    expect(warnings).toEqual([expect.stringMatching(/^event\[0\]\.\w+[^ ]*: expected .+, received .+; left out$/)])
  })

  test('a wallet known by its label only has no entry by code', async () => {
    const { properties, warnings } = await track(run, {
      wallets: [{ name: 'Visits', balance: '3' }, wallet(2, { balance: 1 })],
    })
    expect(warnings).toEqual([])
    expect(properties).toEqual({
      wallets_info: { 2: 1 },
      all_wallets_info: [
        { wallet_code: '2', balance: 1 },
        { label: 'Visits', balance: 3 },
      ],
      flat_wallets_info: { '2_balance': 1 },
    })
  })
})

describe('balances are as sent', () => {
  const readable: [unknown, number][] = [
    ['142', 142],
    ['+1.50', 1.5],
    ['-3', -3],
    ['0', 0],
    [0, 0],
    [12.345, 12.345],
    [['7'], 7],
  ]
  test.each(readable)('%j is %d', async (balance, emitted) => {
    const { properties, warnings } = await track(run, { wallets: [wallet(1, { balance })] })
    expect({ balances: properties?.wallets_info, warnings }).toEqual({ balances: { 1: emitted }, warnings: [] })
  })

  test.each([['abc'], ['1e5'], ['12,50'], ['1.2.'], ['5 pts'], [true], [{ amount: 5 }], [1e300], ['9007199254740993']])(
    '%j is unreadable: the wallet stays, its balance does not',
    async (balance) => {
      const wallets = [wallet(1, { balance, name: 'Points' }), wallet(2, { balance: '5' })]
      const { properties, warnings } = await track(run, { wallets })
      expect(properties).toEqual({
        wallets_info: { 2: 5 },
        all_wallets_info: [
          { wallet_code: '1', label: 'Points' },
          { wallet_code: '2', balance: 5 },
        ],
        flat_wallets_info: { '1_label': 'Points', '2_balance': 5 },
      })
      expect(warnings).toEqual([expect.stringMatching(/^event\[0\]\.\w+\.balance: expected .+; left out$/)])
      expect(warnings.join()).not.toContain(String(balance))
    },
  )

  test('a wallet of which only the code is known is still a wallet', async () => {
    expect(await track(run, { wallets: [wallet(1)] })).toEqual({
      properties: { all_wallets_info: [{ wallet_code: '1' }] },
      warnings: [],
    })
  })
})

describe('a code that is never emitted is no wallet', () => {
  const never = ['pin', 'PIN', 'Track-1', 'access_token', 'cvv', 'lastFour', 'processorId', 'metadata', 'paymentMethod']
  const ignored = ['__proto__', 'constructor', 'prototype']
  const kept = {
    wallets_info: { 1: 5 },
    all_wallets_info: [{ wallet_code: '1', balance: 5 }],
    flat_wallets_info: { '1_balance': 5 },
  }
  const tables: [string, (code: string) => string][] = [
    ['keyed', (code) => `{"${code}": 9, "1": 5}`],
    ['keyed objects', (code) => `{"${code}": {"balance": 9, "label": "SECRET"}, "1": 5}`],
    ['the flat form', (code) => `{"${code}_balance": 9, "${code}_label": "SECRET", "1_balance": 5}`],
    ['a list', (code) => `[{"walletCode": "${code}", "balance": 9, "label": "SECRET"}, {"code": 1, "balance": 5}]`],
  ]
  const cases = tables.flatMap(([form, value]) =>
    [...never, ...ignored, 'chargeResponse'].map((code) => [code, form, value(code)] as const),
  )
  test.each(cases)('%s, in %s', async (_, _form, value) => {
    const outcome = await run({ body: `{"eventType": "Check-In", "userId": "u-1", "wallets": ${value}}` })
    expect(callsOf(outcome).find(({ type }) => type === 'track')?.properties).toEqual(kept)
    expect(callsOf(outcome).find(({ type }) => type === 'identify')?.traits).toEqual({ wallet_1_balance: 5 })
  })

  test('but one that only resembles it is', async () => {
    const { properties } = await track(run, { wallets: { pins: 1, mytoken: 2, spin: 3 } })
    expect(properties?.wallets_info).toEqual({ mytoken: 2, pins: 1, spin: 3 })
  })
})

describe('wallets are traits as scalars', () => {
  test('of a name that holds the code, lower-cased', async () => {
    const pointBalances = [wallet('Gold Card.7', { name: 'Gold', balance: '5' }), wallet(12, { name: 'Points' })]
    const outcome = await run({ body: JSON.stringify({ eventType: 'Check-In', userId: 'u-1', pointBalances }) })
    expect(callsOf(outcome)[0]?.traits).toEqual({
      wallet_12_label: 'Points',
      wallet_gold_card_7_balance: 5,
      wallet_gold_card_7_label: 'Gold',
    })
  })

  test.each([
    ['details', { details: [wallet(1, { balance: 5 })] }],
    ['transaction.details', { transaction: { details: [wallet(1, { balance: 5 })] } }],
    ['walletInfo', { walletInfo: [wallet(1, { balance: 5, name: 'Points' })] }],
    ['wallet_info of the account', { account: { wallet_info: { 1: 5 } } }],
  ])('but not those of %s', async (_, event) => {
    const outcome = await run({ body: JSON.stringify({ eventType: 'Check-In', userId: 'u-1', ...event }) })
    expect(callsOf(outcome).map(({ type }) => type)).toEqual(['track'])
  })
})

describe('what was added and redeemed', () => {
  const posts = ['Add/Redeem', 'POS Activity'] as const
  const labelled = [
    { wallet_code: '12', label: 'Points', quantity: 18 },
    { wallet_code: '7', quantity: 1 },
  ]
  const contents = [wallet(12, { quantity: '18', label: 'theirs' }), { code: '7', quantity: 1, name: 'theirs' }]

  describe.each(posts)('%s', (eventType) => {
    test.each([
      ['pointBalances', [wallet(12, { name: 'Points' })]],
      ['walletInfo', [wallet('12', { label: 'Points' })]],
      ['details', [wallet('12', { walletName: 'Points', accrued: '99' })]],
      ['flat_wallets_info', { '12_label': 'Points' }],
    ])('takes its labels from %s', async (list, value) => {
      const event = { eventType, addWalletContents: contents, redeemWalletContents: contents, [list]: value }
      const { properties, warnings } = await track(run, event)
      expect(properties).toMatchObject({ added_wallets: labelled, redeemed_wallets: labelled })
      expect(warnings).toEqual([])
    })

    test.each([
      ['details', (details: unknown) => ({ details })],
      ['transaction.details', (details: unknown) => ({ transaction: { details } })],
      ['details of the wrapper', (details: unknown) => ({ data: { details } })],
    ])('tells it from what was accrued and redeemed in %s', async (_, event) => {
      const details = [
        wallet(12, { walletName: 'Points', accrued: '18', redeemed: '0', balance: '142' }),
        wallet(61, { accrued: 0, redeemed: '1.5' }),
        wallet(62, { accrued: '-4', redeemed: -4 }),
        wallet(63, {}),
        { accrued: '5', redeemed: '5' },
      ]
      const { properties } = await track(run, { eventType, ...event(details) })
      expect(properties).toMatchObject({
        added_wallets: [{ wallet_code: '12', label: 'Points', quantity: 18 }],
        redeemed_wallets: [{ wallet_code: '61', quantity: 1.5 }],
      })
    })

    test('prefers the contents, each for itself', async () => {
      const details = [wallet(12, { accrued: '18', redeemed: '2' })]
      const { properties } = await track(run, { eventType, details, addWalletContents: [wallet(7, { quantity: 1 })] })
      expect(properties).toMatchObject({
        added_wallets: [{ wallet_code: '7', quantity: 1 }],
        redeemed_wallets: [{ wallet_code: '12', quantity: 2 }],
      })
    })

    test('does not ask the details where the contents are unreadable', async () => {
      const details = [wallet(12, { accrued: '18', balance: '1' })]
      const { properties, warnings } = await track(run, { eventType, details, addWalletContents: 'all' })
      expect(properties).not.toHaveProperty('added_wallets')
      expect(warnings).toEqual([
        expect.stringMatching(/^event\[0\]\.added_wallets: expected .+, received a string; left out$/),
      ])
    })

    test('leaves out what is zero or less in the details, and an empty list', async () => {
      const details = [wallet(12, { accrued: '0.00', redeemed: '-1', balance: '1' })]
      const { properties } = await track(run, { eventType, details })
      expect(Object.keys(properties ?? {})).toEqual(['wallets_info', 'all_wallets_info', 'flat_wallets_info'])
    })

    test.each([
      ['no code', { quantity: 1 }],
      ['no quantity', { walletCode: 1 }],
      ['an unreadable quantity', { walletCode: 1, quantity: 'one' }],
      ['an unreadable code', { walletCode: 2 ** 53, quantity: 1 }],
      ['no members', 'text'],
    ])('leaves out an item with %s, with one warning', async (_, item) => {
      const { properties, warnings } = await track(run, {
        eventType,
        addWalletContents: [item, wallet(7, { quantity: 1 })],
      })
      expect(properties).toEqual({ added_wallets: [{ wallet_code: '7', quantity: 1 }] })
      expect(warnings).toEqual([expect.stringMatching(/^event\[0\]\.added_wallets[^ ]*: expected .+; left out$/)])
    })
  })

  test('accrued and redeemed of any list but details say nothing', async () => {
    const event = { eventType: 'Add/Redeem', wallets: [wallet(12, { accrued: '18', redeemed: '2' })] }
    const { properties } = await track(run, event)
    expect(properties).toEqual({ all_wallets_info: [{ wallet_code: '12' }] })
  })
})

test('every list is known in every spelling of its members', async () => {
  for (const spelling of spellings('walletCode')) {
    const event = withMember({}, ['account'], 'wallets', [{ [spelling]: 1, balance: 5 }])
    expect((await track(run, event)).properties?.wallets_info).toEqual({ 1: 5 })
  }
})
