import { bothWays, callsOf, type Members, track } from './property-run'

const run = bothWays()

const wallet = (walletCode: unknown, members: Members = {}) => ({ walletCode, ...members })

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
    ['scale', 'a word', { scale: 'two' }],
    ['wallet_type', 'an object', { walletType: { id: 1 } }],
    ['giftable', 'neither yes nor no', { giftable: 'perhaps' }],
    ['label', 'a number', { label: 5 }],
    ['expirations', 'text', { expirations: 'never' }],
    ['expirations', 'a year of two digits', { expirations: [{ expirationDate: '12/31/26' }] }],
    ['expirations', 'a word as the amount', { expirations: [{ amount: 'five' }] }],
  ])('an unreadable %s (%s) is left out with one warning', async (_, _reason, sent) => {
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
  const readable: [balance: unknown, emitted: number, reason: string][] = [
    ['142', 142, 'digits'],
    ['+1.50', 1.5, 'a plus, and a closing zero'],
    ['-3', -3, 'a minus'],
    ['0', 0, 'zero is a value'],
    [0, 0, 'zero is a value'],
    [12.345, 12.345, 'not rounded'],
    [['7'], 7, 'a list of one is its item'],
  ]
  test.each(readable)('%j is %d: %s', async (balance, emitted) => {
    const { properties, warnings } = await track(run, { wallets: [wallet(1, { balance })] })
    expect({ balances: properties?.wallets_info, warnings }).toEqual({ balances: { 1: emitted }, warnings: [] })
  })

  test.each<[balance: unknown, reason: string]>([
    ['abc', 'a word'],
    ['1e5', 'an exponent'],
    ['12,50', 'a decimal comma'],
    ['1.2.', 'two points'],
    ['5 pts', 'a unit that is no currency'],
    [true, 'a boolean'],
    [{ amount: 5 }, 'an object'],
    [1e300, 'beyond 2^53'],
    ['9007199254740993', 'beyond 2^53'],
  ])('%j is unreadable (%s): the wallet stays, its balance does not', async (balance) => {
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
  })

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
