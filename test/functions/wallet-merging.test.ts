import { bothWays, type Members, track } from './property-run'

const run = bothWays()

const codes = (...codes: unknown[]) => codes.map((walletCode) => ({ walletCode, balance: '5' }))
const wallet = (walletCode: unknown, members: Members = {}) => ({ walletCode, ...members })

/** The three forms of what an event tells of wallets. */
interface Forms {
  wallets_info?: Record<string, number>
  all_wallets_info?: Members[]
  flat_wallets_info?: Members
}

describe('wallets merge', () => {
  const cases: [sentence: string, event: Members, forms: Forms, warnings?: readonly string[]][] = [
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
      'of several places, the inner layer first',
      { account: { wallets: { 1: 7, 2: 8 } }, data: { wallets: { 1: 5 } }, wallets: { 1: 6 } },
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
      'of two spellings of one list in one object, the alphabetically first first',
      { wallets: { 1: 7, 2: 6 }, Wallets: { 1: 5 } },
      {
        wallets_info: { 1: 5, 2: 6 },
        all_wallets_info: [
          { wallet_code: '1', balance: 5 },
          { wallet_code: '2', balance: 6 },
        ],
        flat_wallets_info: { '1_balance': 5, '2_balance': 6 },
      },
    ],
    [
      'and of a member the first readable value wins',
      { wallets: [wallet(1, { balance: 'x' })], pointBalances: [wallet(1, { balance: '6' })] },
      {
        wallets_info: { 1: 6 },
        all_wallets_info: [{ wallet_code: '1', balance: 6 }],
        flat_wallets_info: { '1_balance': 6 },
      },
      ['event[0].wallets_info.balance: expected a decimal number, received a string; left out'],
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
  test.each(cases)('%s', async (_, event, forms, warnings = []) => {
    expect(await track(run, event)).toEqual({ properties: forms, warnings })
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
