import { createInspect, type Inspect, type InspectedEvent, type Origin } from '../../../build/inspection'
import { events } from '../../../functions/events'

type Body = Record<string, unknown>
interface Around {
  readonly settings?: Body
  readonly query?: string
}

const guest = { event: 'Check-In', accountId: '5' }

function inspector(config: Parameters<typeof createInspect>[0]) {
  let inspect: Inspect
  beforeAll(async () => {
    inspect = await createInspect(config, events)
  })
  return (body: unknown, { settings = {}, query = '' }: Around = {}) =>
    inspect({ body: JSON.stringify(body), url: `/?${query}` }, settings)
}

const inspect = inspector({ eventAliases: { VISIT: 'Check-In' }, mappings: {} })

async function only(body: unknown, around?: Around): Promise<InspectedEvent> {
  const { events: inspected } = await inspect(body, around)
  const [event] = inspected
  if (event === undefined || inspected.length > 1) throw new Error(`${inspected.length} events`)
  return event
}

const short = ({ from, path }: Origin) => `${from}:${path}`

describe('the type of an event', () => {
  const cases: [string, Body, Around, Partial<InspectedEvent['type']> & { at: string | null }][] = [
    [
      'its name',
      { event: 'check in' },
      {},
      { sent: 'check in', event: 'Check-In', knownAs: 'name', at: 'event:event' },
    ],
    [
      'an alias',
      { data: { type: 'Recharge' } },
      {},
      { sent: 'Recharge', event: 'Recharge Value', knownAs: 'alias', at: 'event:data.type' },
    ],
    [
      'a configured alias',
      { transaction: { eventName: ['Visit'] } },
      {},
      { sent: 'Visit', event: 'Check-In', knownAs: 'eventAliases', at: 'event:transaction.eventName[0]' },
    ],
    [
      'the URL',
      {},
      { query: 'event=CHECK_IN' },
      { sent: 'CHECK_IN', event: 'Check-In', knownAs: 'name', at: 'url:event' },
    ],
    [
      'the first text of two',
      { event: 5, type: 'Referral' },
      {},
      { sent: 'Referral', event: 'Referral', knownAs: 'name', at: 'event:type' },
    ],
    [
      'no event that is known',
      { type: 'No Such Event' },
      {},
      { sent: 'No Such Event', event: null, knownAs: null, emittedAs: null, at: 'event:type' },
    ],
    [
      'an unknown event that is tracked',
      { type: 'No Such Event' },
      { settings: { unknownEvents: 'track' } },
      { sent: 'No Such Event', event: null, knownAs: null, emittedAs: 'No Such Event', at: 'event:type' },
    ],
    [
      'none',
      { store: { type: 'Check-In' } },
      {},
      { sent: null, event: null, knownAs: null, emittedAs: null, at: null },
    ],
    [
      'one that is renamed',
      { event: 'VISIT' },
      { settings: { eventNames: { 'Check-In': 'Hello' } } },
      { sent: 'VISIT', event: 'Check-In', knownAs: 'eventAliases', emittedAs: 'Hello', at: 'event:event' },
    ],
  ]
  test.each(cases)('is %s', async (_, body, around, { at, ...expected }) => {
    const { type } = await only({ accountId: '5', ...body }, around)
    const { origin, ...told } = type
    expect(told).toEqual({ emittedAs: told.event, ...expected })
    expect(origin && short(origin)).toBe(at)
  })
})

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
      ['eventId', 'stands around the list of events'],
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
        { name: 'tier_label', paths: [{ path: 'loyalty.tier.name', nearest: 'loyalty.tier' }] },
        { name: 'region', paths: [{ path: 'region', nearest: null }] },
      ],
      [{ name: 'tier_label', paths: [{ path: 'loyalty.tier.name', nearest: null }] }],
    ])
  })
})

describe('the userId', () => {
  const all = ['userId', 'accountId', 'externalAccountCode', 'username', 'email', 'printedCardNumber']
  const cases: [string, Body, string[], string | null, string[]][] = [
    [
      'is of the first source',
      { userId: 'G-1', accountId: 5 },
      ['userId', 'accountId'],
      'G-1',
      ['userId used event:userId'],
    ],
    [
      'passes over what is absent',
      { accountId: 5 },
      ['userId', 'accountId'],
      '5',
      ['userId absent', 'accountId used event:accountId'],
    ],
    [
      "passes over what is nobody's",
      { user_id: '000', accountId: 5 },
      ['userId', 'accountId'],
      '5',
      ["userId nobody's event:user_id", 'accountId used event:accountId'],
    ],
    ['passes over what is unreadable', { userId: 2 ** 53, cardNumber: '6' }, ['userId'], null, ['userId unreadable']],
    [
      'passes over what is too long',
      { userId: `a${'"'.repeat(5000)}`, cardNumber: '6' },
      ['userId'],
      null,
      ['userId too long event:userId'],
    ],
    [
      'is of the card at last',
      { card: { cardNumber: '60-1' } },
      all,
      '601',
      [...all.slice(0, 5).map((one) => `${one} absent`), 'printedCardNumber used event:card.cardNumber'],
    ],
  ]
  test.each(cases)('%s', async (_, body, userIdFrom, userId, sources) => {
    const { identity } = await only({ event: 'Check-In', ...body }, { settings: { userIdFrom } })
    expect(identity.userId).toBe(userId)
    const told = identity.sources.map(({ source, verdict, origins }) =>
      [source, verdict, ...origins.map(short)].join(' '),
    )
    expect(told).toEqual(sources)
  })

  test.each<[string, Body, string]>([
    ['card', { accountId: 5, cardNumber: '6' }, 'event:cardNumber'],
    ['account', { accountId: 5, email: 'a@b.co' }, 'event:accountId'],
    ['email', { fields: { email: 'A@b.co' }, phone: '1' }, 'event:fields.email'],
    ['phone', { guest: { mobilePhone: ['207-555-0142'] } }, 'event:guest.mobilePhone[0]'],
  ])('gives way to an anonymousId of the %s', async (kind, body, origin) => {
    const { identity } = await only({ event: 'Check-In', ...body }, { settings: { userIdFrom: ['userId'] } })
    expect(identity.anonymousId).toMatch(/^[0-9a-f-]{36}$/)
    expect([identity.userId, identity.anonymousOf?.kind, identity.anonymousOf?.origins.map(short)]).toEqual([
      null,
      kind,
      [origin],
    ])
  })
})

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
      ['firstName', 'stands around the event, where it may be of somebody else'],
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

test('what JSON text says has its places, too', async () => {
  const details = { accountId: '5', wallets: JSON.stringify([{ code: 1, balance: 2, colour: 'red' }]) }
  const { found, remainder } = await only({ event: 'Check-In', data: JSON.stringify(details) })
  const origins = new Map(found.map(({ property, origins }) => [property, origins.map(short)]))
  expect([origins.get('account_id'), origins.get('wallets_info')]).toEqual([
    ['event:data.accountId'],
    ['event:data.wallets'],
  ])
  expect(remainder.unused.map(({ path, listDepth }) => [path, listDepth])).toEqual([['data.wallets[0].colour', 1]])
})

describe('a rejected event', () => {
  test('shows what it would be emitted with', async () => {
    const event = await only({ type: 'No Such Event', firstName: ' Dana', wallets: { 1: 2 }, x: 1, amount: 3 })
    expect(event.rejection).toMatch(/^event\[0\]\.type: expected a Paytronix event type, received "No Such Event"/)
    expect(event.found.map(({ property, value, origins }) => [property, value, origins.map(short)])).toEqual([
      ['first_name', 'Dana', ['event:firstName']],
      ['wallets_info', { 1: 2 }, ['event:wallets']],
      ['all_wallets_info', [{ wallet_code: '1', balance: 2 }], ['event:wallets']],
      ['flat_wallets_info', { '1_balance': 2 }, ['event:wallets']],
      [null, 2, ['event:wallets']],
    ])
    expect(event.remainder.unused.map(({ path, why }) => [path, why])).toEqual([
      ['amount', 'read of Recharge Value only'],
      ['x', null],
    ])
    expect(event.calls).toEqual([])
  })

  test('has a kept call when it is kept, and is rejected all the same', async () => {
    const { status, events: inspected } = await inspect([guest, { event: 'Check-In' }], {
      settings: { keepBodies: 'rejected' },
    })
    expect(status).toBe('ok')
    expect(
      inspected.map(({ rejection, calls }) => [rejection === null, calls.map(({ event = null }) => event)]),
    ).toEqual([
      [true, [null, 'Check-In']],
      [false, ['Paytronix Event Rejected']],
    ])
  })

  test('that is no object is told by itself', async () => {
    const { events: inspected, misshapen } = await inspect([1, guest])
    expect(inspected.map(({ index }) => index)).toEqual([1])
    expect(misshapen).toEqual([{ index: 0, rejection: 'event[0]: expected an object, received a number' }])
  })
})

test.each<[string, unknown, string]>([
  ['no object or list', 5, 'body: expected a JSON object or array, received a number'],
  ['an empty list', [], 'body: expected at least one event, received an empty array'],
])('a body that is %s has no events and a reason', async (_, body, message) => {
  expect(await inspect(body)).toEqual({
    status: 'rejected',
    error: { name: 'InvalidEventPayload', message },
    events: [],
    misshapen: [],
    envelope: { used: [], unused: [], neverEmitted: [] },
    warnings: [],
  })
})

test('a secret is not asked for', async () => {
  expect(await inspect(guest, { settings: { sharedSecret: 's' } })).toMatchObject({ status: 'ok' })
})

test('nothing of one inspection is left for the next', async () => {
  const first = await inspect(guest)
  await inspect([5])
  expect(await inspect(guest)).toEqual(first)
})
