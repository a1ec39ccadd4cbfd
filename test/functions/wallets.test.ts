import { type Row, testPlaces } from './property-rows'
import { bothWays, spellings, track, withMember } from './property-run'

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

test('every list is known in every spelling of its members', async () => {
  for (const spelling of spellings('walletCode')) {
    const event = withMember({}, ['account'], 'wallets', [{ [spelling]: 1, balance: 5 }])
    expect((await track(run, event)).properties?.wallets_info).toEqual({ 1: 5 })
  }
})
