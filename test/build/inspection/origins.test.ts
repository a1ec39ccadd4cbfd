import { type Around, type Body, guest, inspector, onlyEvent, short } from './inspection-run'

const inspect = inspector({ eventAliases: { VISIT: 'Check-In' }, mappings: {} })
const only = onlyEvent(inspect)

describe('a value is said to be from', () => {
  const cases: [string, string, Body, Around, string[]][] = [
    ['the top level', 'store_code', { StoreCode: '7' }, {}, ['event:StoreCode']],
    ['a wrapper', 'store_code', { data: { store_code: '7' } }, {}, ['event:data.store_code']],
    ['a list of one', 'first_name', { fields: { firstName: [['Dana']] } }, {}, ['event:fields.firstName[0][0]']],
    [
      'the first of a list',
      'printed_card_number',
      { primaryCardNumbers: ['60', '61'] },
      {},
      ['event:primaryCardNumbers[0]'],
    ],
    [
      'the place that comes first, of two with one value',
      'store_code',
      { headerInfo: { storeCode: '7' }, store: { code: '7' } },
      {},
      ['event:store.code'],
    ],
    [
      'a place whose name means nothing else in this kind of event',
      'printed_card_number',
      { event: 'Recharge', cardNumber: '60', card: { printedCardNumber: '60' } },
      {},
      ['event:card.printedCardNumber'],
    ],
    ['the spelling that comes first', 'store_code', { store_code: '7', StoreCode: '7' }, {}, ['event:StoreCode']],
    ['the setting', 'merchant_id', {}, { settings: { merchantId: '9' } }, ['setting:merchantId']],
    [
      'the event rather than the setting',
      'merchant_id',
      { merchantId: 8 },
      { settings: { merchantId: '9' } },
      ['event:merchantId'],
    ],
    [
      'every list of wallets',
      'wallets_info',
      { wallets: { 1: '5' }, account: { pointBalances: [{ code: 2, balance: 3 }] } },
      {},
      ['event:wallets', 'event:account.pointBalances'],
    ],
    [
      'the contents that are listed',
      'added_wallets',
      {
        event: 'Add/Redeem',
        addWalletContents: [{ walletCode: 1, quantity: 2 }],
        wallets: [{ code: 1, label: 'Points' }],
      },
      {},
      ['event:addWalletContents'],
    ],
    [
      "a transaction's details",
      'added_wallets',
      { event: 'Add/Redeem', transaction: { details: [{ walletCode: 1, accrued: 2 }] } },
      {},
      ['event:transaction.details'],
    ],
    [
      'a list in a section',
      'survey_answers',
      { event: 'Survey Completion', survey: { answers: [{ question: 'Q', answer: 5 }] } },
      {},
      ['event:survey.answers'],
    ],
    ['a section as a whole', 'address', { guest: { city: 'Portland' } }, {}, ['event:guest']],
    [
      'the address that has something',
      'address',
      { addresses: [{ x: 1 }], traits: { address: { city: 'Portland' } } },
      {},
      ['event:traits.address'],
    ],
  ]
  test.each(cases)('%s', async (_, name, body, around, expected) => {
    const { found } = await only({ ...guest, ...body }, around)
    const field = found.find(({ property, trait }) => (property ?? trait) === name)
    expect(field?.origins.map(short)).toEqual(expected)
  })

  test('the envelope, when the event does not have it itself', async () => {
    const body = {
      merchantId: 7,
      eventId: 'N',
      timestamp: 1752872672,
      note: 'x',
      events: [guest, { ...guest, merchantId: 8 }],
    }
    const { events: inspected, envelope } = await inspect(body)
    const merchants = inspected.map(({ found }) =>
      found.find(({ property }) => property === 'merchant_id')?.origins.map(short),
    )
    expect(merchants).toEqual([['envelope:merchantId'], ['event:merchantId']])
    expect(inspected.map(({ time, ownId }) => [time?.origins.map(short), ownId])).toEqual([
      [['envelope:timestamp'], null],
      [['envelope:timestamp'], null],
    ])
    expect(envelope.unused.map(({ path, why }) => [path, why])).toEqual([
      ['eventId', 'is outside the list of events'],
      ['note', null],
    ])
  })
})

describe('with mappings', () => {
  const mapped = inspector({
    eventAliases: {},
    mappings: {
      PrintedCardNumber: { '@path': '$.loyalty.card' },
      full_name: { '@template': '{{guest.a}} {{guest.b}}' },
      tier_label: { '@path': '$.shared.tier' },
    },
  })

  test('a value is from what the mapping reads, which is used', async () => {
    const event = { ...guest, loyalty: { card: '60 01', other: 1 }, cardNumber: '7', guest: { a: 'A', b: 'B' } }
    const { events: inspected, envelope } = await mapped({ shared: { tier: 'Gold' }, events: [event] })
    const origins = inspected.flatMap(({ found }) =>
      found.map(({ property, value, origins }) => [property, value, ...origins.map(short)]),
    )
    expect(origins).toEqual([
      ['printed_card_number', '6001', 'mapping:loyalty.card'],
      ['account_id', '5', 'event:accountId'],
      ['tier_label', 'Gold', 'mapping:shared.tier'],
      ['full_name', 'A B', 'mapping:guest.a', 'mapping:guest.b'],
    ])
    expect(inspected[0]?.remainder.unused.map(({ path, why }) => [path, why])).toEqual([
      ['cardNumber', 'printed_card_number is mapped'],
      ['loyalty.other', null],
    ])
    expect(envelope.unused).toEqual([])
  })

  test('a mapped value that is unreadable is from the mapping, too', async () => {
    const { events: inspected } = await mapped({ ...guest, loyalty: { card: 'x' } })
    expect(inspected[0]?.unreadable).toEqual([
      {
        name: 'printed_card_number',
        origins: [{ from: 'mapping', path: 'loyalty.card' }],
        expected: 'the digits of a card number',
        received: 'a string',
        value: 'x',
      },
    ])
  })
})

describe('a mapping that found nothing', () => {
  const inspectMapped = inspector({
    eventAliases: {},
    mappings: {
      tier_label: { '@path': '$.loyalty.tier.name' },
      region: { '@path': '$.region' },
      'Recharge Value': { amount: { '@path': '$.added' } },
    },
  })

  test('is told with the nearest path that exists, where it holds', async () => {
    const { events: inspected } = await inspectMapped([
      { ...guest, loyalty: { tier: 'Gold' } },
      { ...guest, region: 'NE' },
    ])
    expect(inspected.map(({ emptyMappings }) => emptyMappings)).toEqual([
      [
        { name: 'region', paths: [{ path: 'region', nearest: null }] },
        { name: 'tier_label', paths: [{ path: 'loyalty.tier.name', nearest: 'loyalty.tier' }] },
      ],
      [{ name: 'tier_label', paths: [{ path: 'loyalty.tier.name', nearest: null }] }],
    ])
  })
})
