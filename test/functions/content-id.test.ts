import { event, messageIdRun } from './message-id-run'
import { sender } from './run'

const send = sender()
const { idsOf, expectSame, expectOther } = messageIdRun(send)

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
    const contents = [{ a: { b: 1 } }, { a: 1, b: 1 }, { 'a.b': 1 }, { a: ['b', 1] }, { a: { b: '1' } }]
    const ids = await idsOf(contents.map((content) => ({ type: 'Check-In', userId: 'U-1', content })))
    expect(new Set(ids).size).toBe(contents.length)
  })

  test('and JSON text says the same as what it holds', async () => {
    const content = (value: unknown) => ({ type: 'Check-In', userId: 'U-1', content: value })
    await expectSame(content({ b: [1, { c: 2 }] }), content('{"b":[1,{"c":2}]}'))
    await expectOther(content({ b: [1] }), content('{"b":[2]}'))
  })

  test('in a list by the time and the merchant around it, too', async () => {
    const bare = { type: 'Check-In', userId: 'U-1' }
    // The time and the merchant count; what else stands there tells nothing of one event.
    await expectSame({ store: { code: '1' }, events: [bare] }, { store: { code: '2' }, events: [bare] })
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
