import type { Outcome } from '../outcome'
import type { Members } from './property-run'
import { messageIds, reordered, sender, tracksOf } from './run'

const send = sender()
const event = {
  eventType: 'Check-In',
  merchantId: '90417',
  userId: 'U-1',
  firstName: 'Dana',
  timestamp: '2025-07-18T19:04:32Z',
  store: { code: '0007', hours: [1, 2, { open: null }] },
  unheardOf: { deep: { attempt: 1, sentAt: 'a' } },
}
const withId = { ...event, eventId: 'e-1' }

const idsOf = async (body: unknown, settings: Members = {}) => messageIds(await send(body, { settings }))
const digestOf = (id = '') => id.replace(/^paytronix-(?:track|identify)-/, '')

/** Says that two bodies have the same ids, or that they have none in common. */
async function expectSame(one: unknown, other: unknown, settings: Members = {}) {
  expect(await idsOf(other, settings)).toEqual(await idsOf(one, settings))
}
async function expectOther(one: unknown, other: unknown, settings: Members = {}) {
  const [ids, others] = [await idsOf(one, settings), await idsOf(other, settings)]
  expect(others.filter((id) => ids.includes(id))).toEqual([])
}

describe('every message id', () => {
  test.each([
    ['an event with an id', withId],
    ['an event without', event],
  ])('of %s names us, the kind of call, and one hash', async (_, body) => {
    const [identify, track, ...more] = await idsOf(body)
    expect(more).toEqual([])
    expect(identify).toMatch(/^paytronix-identify-[0-9a-f]{64}$/)
    expect(track).toMatch(/^paytronix-track-[0-9a-f]{64}$/)
    expect(digestOf(identify)).toBe(digestOf(track))
    expect(Math.max(...[identify, track].map((id = '') => id.length))).toBeLessThan(100)
  })
})

/** What differs between deliveries of one event. */
const deliveries: Members[] = ['sentAt', 'deliveredAt', 'attempt', 'retryCount', 'sent_at', 'SentAt', 'sentat']
  .concat(['delivered_at', 'DeliveredAt', 'deliveredat', 'Attempt', 'retry_count', 'RetryCount', 'retrycount'])
  .map((name) => ({ [name]: 2 }))

describe.each([
  ['with an id of its own', withId],
  ['without one', event],
])('the redelivery of an event %s has the same ids', (_, first) => {
  test.each(deliveries)('when %j is added', async (delivery) => {
    await expectSame(first, { ...first, ...delivery })
    await expectSame({ data: first }, { data: { ...first, ...delivery } })
    await expectSame({ data: first }, { ...delivery, data: first })
  })

  test.each([['2025-07-18T23:04:33Z'], [2], [null], [{ at: 5 }], [[1, 2]]])(
    'when %j stands where another value did',
    async (value) => {
      const members = (sent: unknown) => ({ sentAt: sent, deliveredAt: sent, attempt: sent, retryCount: sent })
      await expectSame({ ...first, ...members(1) }, { ...first, ...members(value) })
      await expectSame({ payload: { ...first, ...members(1) } }, { payload: { ...first, ...members(value) } })
    },
  )

  test('when its keys come in another order', async () => {
    await expectSame(
      first,
      reordered(first, (one, other) => (one < other ? 1 : -1)),
    )
  })

  test('when it comes in a list, or with others, or in an envelope that tells nothing of it', async () => {
    const alone = await idsOf(first)
    const other = { type: 'Check-In', userId: 'U-2', identify: 1 }
    expect(await idsOf([first])).toEqual(alone)
    expect((await idsOf([first, other])).slice(0, 2)).toEqual(alone)
    expect((await idsOf([other, first])).slice(1)).toEqual(alone)
    expect(await idsOf({ events: [first] })).toEqual(alone)
    expect(await idsOf({ notifications: [first], sentAt: 'x', attempt: 3 })).toEqual(alone)
    expect(await idsOf({ batch: [first], eventId: 'batch-7', messageId: 'm', notification_id: 5 })).toEqual(alone)
    expect(await idsOf({ data: [first], timestamp: '2025-07-19T00:00:00Z' })).toEqual(alone)
  })

  test('when the envelope is sent again', async () => {
    const envelope = (delivery: Members) => ({
      ...delivery,
      source: 'px',
      timestamp: '2025-07-19T00:00:00Z',
      events: [first],
    })
    await expectSame(envelope({}), envelope({ sentAt: '2025-07-19', attempt: 2, eventId: 'e-9', retry_count: 1 }))
  })

  test.each([
    'pin',
    'password',
    'Access-Token',
    'processorAuthCode',
    'paymentMethod',
    'metadata',
    '__proto__',
    'constructor',
    'prototype',
  ])('when another value stands under %s, which is never emitted', async (name) => {
    const members = (value: unknown) => JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`)
    await expectSame(first, { ...first, ...Object.fromEntries(Object.entries(members('x'))) })
    await expectSame({ ...first, card: members('1') }, { ...first, card: members({ deep: 2 }) })
  })

  test.each([
    ['identify', 'profile'],
    ['cardNumber', 'last4'],
    ['timeZone', 'UTC'],
    ['unknownEvents', 'track'],
    ['omit', ['firstName', 'first_name']],
    ['eventNames', { 'Check-In': 'Visit' }],
    ['merchantId', 'another'],
  ])('when the setting %s is %j', async (name, value) => {
    const [, track] = await idsOf(first)
    expect((await idsOf(first, { [name]: value })).at(-1)).toBe(track)
  })
})

test('also the envelope’s setting of the merchant makes no other id than the event’s own of the same', async () => {
  const { merchantId, ...nameless } = withId
  expect(await idsOf(nameless, { merchantId })).toEqual(await idsOf(withId))
})

describe('by its own id an event is known', () => {
  test.each([
    ['another time', { timestamp: '2025-07-18T19:05:00Z' }],
    ['another guest', { userId: 'U-9', firstName: 'Sam' }],
    ['more to tell', { store: { code: '0008' }, extra: 1 }],
    ['its type spelt in another way', { eventType: 'CHECK in' }],
  ])('even with %s', async (_, change) => expectSame(withId, { ...withId, ...change }))

  test.each([
    ['eventId'],
    ['event_id'],
    ['EventID'],
    ['notificationId'],
    ['notification_id'],
    ['messageId'],
    ['MessageId'],
  ])('under the name %s', async (name) => {
    await expectSame({ ...event, [name]: 'e-1' }, { ...event, [name]: 'e-1', firstName: 'Sam' })
    await expectSame({ ...event, [name]: 'e-1' }, withId)
    await expectOther({ ...event, [name]: 'e-1' }, { ...event, [name]: 'e-2' })
  })

  test.each([['data'], ['payload'], ['message'], ['attributes'], ['event']])('in the wrapper %s', async (wrapper) => {
    await expectSame({ [wrapper]: withId }, { [wrapper]: { ...withId, firstName: 'Sam' } })
    await expectSame({ [wrapper]: withId }, withId)
  })

  test.each([
    [42, '42'],
    ['42', [42]],
    ['e-1', ' e-1 '],
    ['e-1', ['e-1']],
  ])('%j and %j are one', async (one, other) => {
    await expectSame({ ...event, eventId: one }, { ...event, eventId: other, firstName: 'Sam' })
  })

  test('eventId comes before notificationId, that before messageId, and the top before the wrapper', async () => {
    await expectSame(withId, { ...withId, notificationId: 'n', messageId: 'm' })
    await expectSame({ ...event, notificationId: 'n' }, { ...event, notificationId: 'n', messageId: 'm' })
    await expectSame({ ...event, messageId: 'm' }, { data: { ...event, eventId: 'e' }, messageId: 'm' })
  })

  test('an alias of its type is the same type', async () => {
    const recharge = (type: string) => ({ type, userId: 'U-1', eventId: 'e-1' })
    await expectSame(recharge('Recharge Value'), recharge('recharge'))
  })

  test.each([
    ['another id', { eventId: 'e-2' }],
    ['an id in another case', { eventId: 'E-1' }],
    ['an id with other zeros', { eventId: '0e-1' }],
    ['another merchant', { merchantId: '90418' }],
    ['no merchant', { merchantId: null }],
    ['another type', { eventType: 'Referral' }],
  ])('%s makes another', async (_, change) => expectOther(withId, { ...withId, ...change }))

  test('merchant, type and id do not run together', async () => {
    const one = (merchantId: string, type: string, eventId: string) => ({ merchantId, type, eventId, userId: 'U-1' })
    const unknownEvents = { unknownEvents: 'track' }
    const events = [
      one('a', 'b', 'c'),
      one('a","b', 'c', 'd'),
      one('a', 'b","c', 'd'),
      one('ab', 'c', 'd'),
      one('a', 'bc', 'd'),
      one('a', 'b', 'cd'),
      one('a|b', 'c', 'd'),
      one('a', 'b|c', 'd'),
      one('a\nb', 'c', 'd'),
      one('', 'ab', 'cd'),
    ]
    const ids = await idsOf(events, unknownEvents)
    expect(new Set(ids).size).toBe(events.length)
  })

  test.each([['0'], ['-1'], ['null'], ['none'], [''], [null], [0]])(
    'the id %j is none: the content counts',
    async (eventId) => {
      await expectOther({ ...event, eventId }, { ...event, eventId, firstName: 'Sam' })
      await expectSame({ ...event, eventId }, { ...event, eventId, attempt: 2 })
    },
  )

  test.each([[{ id: 5 }], [[1, 2]], [true], [2 ** 53], [1.5]])(
    'the unreadable id %j is none, and there is a warning',
    async (eventId) => {
      const outcome = await send({ ...event, eventId })
      const other = await send({ ...event, eventId, firstName: 'Sam' })
      expect(outcome.warnings).toEqual([
        expect.stringMatching(/^event\[0\]\.event_?id: expected .+, received .+; left out$/i),
      ])
      expect(messageIds(other)).not.toEqual(messageIds(outcome))
    },
  )
})

describe('by its content an event without an id is known', () => {
  test.each([
    ['a value', { firstName: 'Sam' }],
    ['a value’s type', { store: { code: 7, hours: [1, 2, { open: null }] } }],
    ['a value that says nothing', { firstName: null }],
    ['a key that nobody knows', { unknown: 1 }],
    ['the order of a list', { store: { code: '0007', hours: [2, 1, { open: null }] } }],
    ['a delivery field further down', { unheardOf: { deep: { attempt: 2, sentAt: 'a' } } }],
    ['another delivery field further down', { unheardOf: { deep: { attempt: 1, sentAt: 'b' } } }],
    ['the time', { timestamp: '2025-07-18T19:04:33Z' }],
    ['the merchant', { merchantId: '90418' }],
    ['the guest', { userId: 'U-2' }],
    ['the type', { eventType: 'Referral' }],
    ['white space', { firstName: 'Dana ' }],
  ])('and is another when %s differs', async (_, change) => expectOther(event, { ...event, ...change }))

  test.each([
    'amount',
    'rechargeAmount',
    'transactionState',
    'transactionDatetime',
    'datetime',
    'eventTime',
    'timestamp',
  ])('and is another when %s of its charge differs', async (name) => {
    const recharge = (value: string) => ({ ...event, timestamp: null, chargeResponse: { [name]: value } })
    await expectOther(recharge('2025'), recharge('2026'))
  })

  test('and is another when a key is missing', async () => {
    for (const name of ['firstName', 'merchantId', 'timestamp', 'store', 'unheardOf']) {
      await expectOther(event, Object.fromEntries(Object.entries(event).filter(([key]) => key !== name)))
    }
  })

  test('and is another when a delivery field of a section differs', async () => {
    await expectOther({ ...event, transaction: { attempt: 1 } }, { ...event, transaction: { attempt: 2 } })
    await expectOther({ ...event, properties: { sentAt: 1 } }, { ...event, properties: { sentAt: 2 } })
  })

  test('and not by where its content stands: keys and values do not run together', async () => {
    const contents = [
      { a: { b: 1 } },
      { a: 1, b: 1 },
      { 'a.b': 1 },
      { a: ['b', 1] },
      { a: '{"b":1}' },
      { a: { b: '1' } },
    ]
    const ids = await idsOf(contents.map((content) => ({ type: 'Check-In', userId: 'U-1', content })))
    expect(new Set(ids).size).toBe(contents.length)
  })

  test('in an envelope by what that adds, too', async () => {
    const bare = { type: 'Check-In', userId: 'U-1' }
    const store = (code: string) => ({ store: { code }, events: [bare] })
    await expectOther(store('1'), store('2'))
    await expectOther({ merchantId: '1', events: [bare] }, { merchantId: '2', events: [bare] })
    await expectOther(
      { timestamp: '2025-07-18T01:00:00Z', events: [bare] },
      { timestamp: '2025-07-18T02:00:00Z', events: [bare] },
    )
    await expectSame({ store: { code: '1' }, events: [bare] }, { store: { code: '1' }, events: [bare], attempt: 2 })
  })

  test('two alike in one request are one event, two that differ are two', async () => {
    const [one, two, three] = await idsOf([event, event, { ...event, n: 1 }], { identify: 'never' })
    expect(two).toBe(one)
    expect(three).not.toBe(one)
  })
})

test('no id of a call is the id that another kind of call, event or merchant has', async () => {
  const types = ['POS Activity', 'Identify Customer', 'Web Registration', 'Referral', 'Check-In', 'Recharge Value']
  const more = ['Survey Completion', 'Loyalty Registration', 'Add/Redeem', 'Session Concluded', 'Something Else']
  const merchants = ['1', '2', undefined]
  const events = [...types, ...more].flatMap((type) =>
    merchants.flatMap((merchantId) => [
      { type, merchantId, userId: 'U-1', firstName: 'Dana' },
      { type, merchantId, userId: 'U-1', firstName: 'Dana', eventId: 'e-1' },
    ]),
  )
  const ids = await idsOf(events, { unknownEvents: 'track' })
  expect(ids).toHaveLength(events.length * 2)
  expect(new Set(ids).size).toBe(ids.length)
})

describe('a rejected event that is kept', () => {
  const settings = { rejectedEvents: 'track' }
  const rejected = async (body: unknown): Promise<Outcome> => send(body, { settings })
  const lost = { type: 'No Such Event', cardNumber: '0417', n: 1 }

  test.each([{ attempt: 2 }, { sentAt: 'x' }, { retry_count: 5 }, { pin: '1234' }])(
    'has the same id when sent again with %j',
    async (delivery) => {
      expect(messageIds(await rejected({ ...lost, ...delivery }))).toEqual(messageIds(await rejected(lost)))
    },
  )

  test('has the same id alone and in a list', async () => {
    const [alone] = messageIds(await rejected(lost))
    expect(messageIds(await rejected([{ ...lost, n: 2 }, lost]))[1]).toBe(alone)
  })

  test.each([
    { n: 2 },
    { type: 'No Other Event' },
    { merchantId: '2' },
    { cardNumber: '0418' },
    { friend: { name: 'Kim' } },
  ])('has another id with %j', async (change) => {
    expect(messageIds(await rejected({ ...lost, ...change }))).not.toEqual(messageIds(await rejected(lost)))
  })

  test('has another id when only what its envelope tells of it differs, so that neither is lost', async () => {
    const nobody = { type: 'Check-In' }
    const at = (timestamp: string) => ({ timestamp, events: [nobody] })
    const [one] = messageIds(await rejected(at('2025-07-18T01:00:00Z')))
    const [other] = messageIds(await rejected(at('2025-07-18T02:00:00Z')))
    expect(other).not.toBe(one)
  })

  test('has another id when only the URL tells its type, and tells another', async () => {
    const { type: _, ...untyped } = lost
    const at = async (query: string) => messageIds(await send(untyped, { settings, query }))
    expect(await at('event=No+Such+Event')).not.toEqual(await at('event=No+Other+Event'))
  })

  test('has another id than the event has once it is good', async () => {
    const [kept] = messageIds(await rejected({ ...lost, userId: 'U-1' }))
    const good = await send({ ...lost, userId: 'U-1' }, { settings: { unknownEvents: 'track' } })
    expect(tracksOf(good).map(({ messageId }) => messageId)).not.toContain(kept)
  })
})
