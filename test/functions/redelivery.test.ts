import { event, messageIdRun, withId } from './message-id-run'
import type { Members } from './property-run'
import { reordered, sender } from './run'

const send = sender()
const { idsOf, expectSame } = messageIdRun(send)

/** What differs between deliveries of one event. */
const deliveries: Members[] = [
  'sentAt',
  'deliveredAt',
  'delivery_id',
  'attempt',
  'Attempts',
  'attempt-number',
  'retryCount',
]
  .concat([
    'isRetry',
    'Redelivered',
    'sent_at',
    'SentAt',
    'webhookId',
    'hook',
    'requestId',
    'Request Time',
    'signature',
  ])
  .concat(['nonce', 'traceparent', 'trace_id', 'SIGNATURE', 'createdAt', 'Created'])
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
