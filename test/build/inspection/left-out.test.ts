import { type Around, type Body, guest, inspector, onlyEvent, short } from './inspection-run'

const inspect = inspector({ eventAliases: { VISIT: 'Check-In' }, mappings: {} })
const only = onlyEvent(inspect)

describe('what is not used', () => {
  const cases: [string, Body, Around, [string, string | null][]][] = [
    [
      'is told with its path',
      { x: 1, a: { 'b c': [{ d: null, e: 'f' }] }, blank: ' ', none: {} },
      {},
      [
        ['x', null],
        ['a["b c"][0].e', null],
      ],
    ],
    [
      'was found before',
      { firstName: 'A', guest: { firstName: 'B' } },
      {},
      [['guest.firstName', 'first_name was found at firstName first']],
    ],
    [
      'belongs to other events',
      { amount: 5, answers: 'x' },
      {},
      [
        ['amount', 'read of Recharge Value only'],
        ['answers', 'read of Survey Completion only'],
      ],
    ],
    [
      'means something else here',
      { event: 'Recharge', cardNumber: '4' },
      {},
      [['cardNumber', 'means something else in Recharge Value']],
    ],
    [
      'is omitted',
      { email: 'a@b.c', tierLabel: 'Gold' },
      { settings: { omit: ['email', 'tier_label'] } },
      [
        ['email', 'left out by the setting omit'],
        ['tierLabel', 'left out by the setting omit'],
      ],
    ],
    [
      'might be a user id',
      { accountCode: 'E' },
      {},
      [['accountCode', 'read when userIdFrom lists externalAccountCode']],
    ],
    ['tells of the delivery', { attempt: 2 }, {}, [['attempt', 'differs between deliveries']]],
    [
      'stands in a list that is used',
      { wallets: [{ code: 1, balance: 2, colour: 'red' }] },
      {},
      [['wallets[0].colour', null]],
    ],
  ]
  test.each(cases)('%s', async (_, body, around, expected) => {
    const { remainder } = await only({ ...guest, ...body }, around)
    expect(remainder.neverEmitted).toEqual([])
    const told = new Map(remainder.unused.map(({ path, why }) => [path, why]))
    expect(told).toEqual(new Map(expected))
  })

  test('is never shown of what never leaves', async () => {
    const secrets = { Pin: 1, paymentMethod: { a: { b: 2 } }, chargeResponse: { amount: 1, lastFour: 3 } }
    const friend = { referral: { code: 'C', email: 'x@y.z' }, friendName: 'F' }
    const { remainder } = await only({ ...guest, event: 'Referral', ...secrets, ...friend, __proto: 1 })
    expect(remainder.neverEmitted).toEqual([
      'Pin',
      'chargeResponse.lastFour',
      'friendName',
      'paymentMethod',
      'referral.email',
    ])
    expect(remainder.unused.map(({ path }) => path)).toEqual(['__proto', 'chargeResponse.amount'])
  })
})

describe('what is unreadable', () => {
  const cases: [string, Body, [string, string, unknown][]][] = [
    ['is told with its place', { store: { latitude: 'x' } }, [['store_latitude', 'event:store.latitude', 'x']]],
    [
      'keeps what comes after it from being read',
      { firstName: 5, guest: { firstName: 'B' } },
      [['first_name', 'event:firstName', 5]],
    ],
    [
      'may be a part',
      {
        wallets: [
          { code: 1, balance: 'x' },
          { code: 2, balance: 'y' },
        ],
      },
      [
        ['wallets_info.balance', 'event:wallets[0].balance', 'x'],
        ['wallets_info.balance', 'event:wallets[1].balance', 'y'],
      ],
    ],
    ['may be a whole list', { wallets: 5 }, [['wallets_info', 'event:wallets', 5]]],
    [
      'may be an item',
      { wallets: [{ code: 1, balance: 1 }, { balance: 2 }] },
      [['wallets_info', 'event:wallets[1]', null]],
    ],
    [
      'may be one of a flat form',
      { wallets_info: { '1_balance': 'x' } },
      [['wallets_info.balance', 'event:wallets_info.1_balance', 'x']],
    ],
    [
      'may be two that together mean nothing',
      { store: { latitude: 0, longitude: '0' } },
      [
        ['store_latitude', 'event:store.latitude', 0],
        ['store_longitude', 'event:store.longitude', '0'],
      ],
    ],
    ['may be the time', { timestamp: 'x', eventTime: '2025-07-18T00:00:00Z' }, [['timestamp', 'event:timestamp', 'x']]],
  ]
  test.each(cases)('%s', async (_, body, expected) => {
    const { unreadable, notFound, remainder } = await only({ ...guest, ...body })
    expect(unreadable.map(({ name, origins, value }) => [name, origins.map(short).join(), value])).toEqual(expected)
    const names = unreadable.map(({ name }) => name)
    expect(notFound.filter((name) => names.includes(name) && name !== 'wallets_info')).toEqual([])
    const unused = remainder.unused.map(({ path }) => `event:${path}`)
    expect(unused.filter((path) => expected.some((one) => one[1] === path))).toEqual([])
  })
})

describe('what is passed over', () => {
  test('is what stands for nobody, and hides nothing', async () => {
    const { nobody, identity, remainder } = await only({
      event: 'Check-In',
      user_id: 'null',
      userId: 'guest',
      accountId: 5,
    })
    expect(nobody.map(({ name, value, origins }) => [name, value, origins.map(short)])).toEqual([
      ['user_id', 'guest', ['event:userId']],
    ])
    expect([identity.userId, remainder.unused]).toEqual(['5', []])
  })

  test('is who stands around the event, and what the event names itself', async () => {
    const relay = { accountId: 9, firstName: 'Relay', store: { code: '1' } }
    const { outside, remainder } = await only({ ...relay, data: { ...guest, store: { code: '2' } } })
    expect(outside).toEqual([''])
    expect(remainder.unused.map(({ path, why }) => [path, why])).toEqual([
      ['accountId', 'account_id was found at data.accountId first'],
      ['firstName', 'is outside the event, so it may belong to somebody else'],
      ['store.code', 'store_code was found at data.store.code first'],
    ])
  })

  test('is a person who is not the guest, and a payment card', async () => {
    const cashier = { user: { firstName: 'Pat' }, card: { cardNumber: '4111111111111111', expDate: '12/30' } }
    const { remainder } = await only({ ...guest, ...cashier })
    expect(remainder.unused.map(({ path, why }) => [path, why])).toEqual([
      ['card.cardNumber', "a payment card's number"],
      ['user.firstName', 'user is not taken for the guest'],
    ])
    expect(remainder.unused[0]?.value).toBe('…1111')
    expect(remainder.neverEmitted).toEqual(['card.expDate'])
  })
})
