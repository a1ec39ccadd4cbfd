import { event, messageIdRun, withId } from './message-id-run'
import { messageIds, sender, uuid } from './run'

const send = sender()
const { idsOf, expectSame, expectOther } = messageIdRun(send)

describe('every message id', () => {
  test.each([
    ['an event with an id', withId],
    ['an event without', event],
  ])('of %s is a UUID in the form of version 4, another for each call', async (_, body) => {
    const sale = { ...body, eventType: 'POS Activity', total: '5', posTransactionId: 'T-1' }
    const ids = await idsOf(sale, { orders: 'track', keepBodies: 'all' })
    expect(ids).toEqual(Array.from({ length: 4 }, () => expect.stringMatching(uuid)))
    expect(new Set(ids).size).toBe(4)
  })
})

test('also the envelope’s setting of the merchant makes no other id than the event’s own of the same', async () => {
  const { merchantId, ...nameless } = withId
  expect(await idsOf(nameless, { merchantId })).toEqual(await idsOf(withId))
})

describe('by its own id an event is known', () => {
  test.each([
    ['another name of the guest', { firstName: 'Sam' }],
    ['its time in another zone', { timestamp: '2025-07-18T15:04:32-0400' }],
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

  test.each<[one: unknown, other: unknown, reason: string]>([
    [42, '42', 'a number is its digits'],
    ['42', [42], 'a list of one is its item'],
    ['e-1', ' e-1 ', 'blanks around it go'],
    ['e-1', ['e-1'], 'a list of one is its item'],
  ])('%j and %j are one: %s', async (one, other) => {
    await expectSame({ ...event, eventId: one }, { ...event, eventId: other, firstName: 'Sam' })
  })

  test('eventId comes before notificationId, that before messageId, and the wrapper before what is around it', async () => {
    await expectSame(withId, { ...withId, notificationId: 'n', messageId: 'm' })
    await expectSame({ ...event, notificationId: 'n' }, { ...event, notificationId: 'n', messageId: 'm' })
    await expectSame({ ...event, eventId: 'e' }, { data: { ...event, eventId: 'e' }, messageId: 'm' })
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
    ['another guest', { userId: 'U-9' }],
    ['another time', { timestamp: '2025-07-18T19:05:00Z' }],
    ['no time', { timestamp: null }],
    ['another result', { result: 'failure' }],
    ['another state', { transactionState: 'Failed' }],
    ['a void', { voided: true }],
    ['a type of another name beside it', { event: 'VOID_VISIT' }],
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

  test.each<[eventId: unknown, reason: string]>([
    [{ id: 5 }, 'an object'],
    [[1, 2], 'a list of two'],
    [true, 'a boolean'],
    [2 ** 53, 'beyond 2^53 digits are lost'],
    [1.5, 'a fraction'],
  ])('the unreadable id %j is none, and there is a warning: %s', async (eventId) => {
    const outcome = await send({ ...event, eventId })
    const other = await send({ ...event, eventId, firstName: 'Sam' })
    expect(outcome.warnings).toEqual([
      expect.stringMatching(/^event\[0\]\.event_?id: expected .+, received .+; left out$/i),
    ])
    expect(messageIds(other)).not.toEqual(messageIds(outcome))
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
