import { bothWays, type Members, track } from './property-run'

const run = bothWays()

const wallet = (walletCode: unknown, members: Members = {}) => ({ walletCode, ...members })

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
        added_wallets: [
          { wallet_code: '12', label: 'Points', quantity: 18 },
          { wallet_code: '62', quantity: -4 },
        ],
        redeemed_wallets: [
          { wallet_code: '61', quantity: 1.5 },
          { wallet_code: '62', quantity: -4 },
        ],
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

    test('leaves out what is zero in the details, and an empty list', async () => {
      const details = [wallet(12, { accrued: '0.00', redeemed: 0, balance: '1' })]
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
