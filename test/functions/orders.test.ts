import type { Members } from './property-run'
import { sender, tracksOf, wholeCalls } from './run'

const send = sender()
const sale = {
  eventType: 'POS Activity',
  userId: 'U-1',
  posTransactionId: 'P-1',
  timestamp: '2025-07-19T02:30:00Z',
  total: '10.80',
}

/** The properties of the orders that an event gives. */
async function ordersOf(event: Members, settings: Members = {}) {
  const outcome = await send(event, { settings: { orders: 'track', ...settings } })
  expect(outcome).toMatchObject({ status: 'ok', errors: [] })
  return tracksOf(outcome).flatMap(({ event: name, properties }) => (name === 'Order Completed' ? [properties] : []))
}

const plain = { order_id: 'P-1', total: 10.8, revenue: 10.8, currency: 'USD' }

test('a sale is one order, the third call, about the same guest at the same time', async () => {
  const outcome = await send({ ...sale, firstName: 'Dana' }, { settings: { orders: 'track' } })
  const [identify, track, order, ...more] = wholeCalls(outcome)
  expect([identify?.type, track?.event, more]).toEqual(['identify', 'POS Activity', []])
  expect(order).toEqual({ ...track, event: 'Order Completed', properties: plain, messageId: order?.messageId })
})

test.each([undefined, 'off'])('there is none with orders %s', async (orders) => {
  expect(await ordersOf(sale, { orders })).toEqual([])
})

test('a whole check is a whole order', async () => {
  const check = {
    number: 118,
    subtotal: '10.00',
    tax: 0.8,
    total: 10.8,
    currency: 'cad',
    items: [{ sku: 'S', qty: 1 }],
  }
  const event = { ...sale, total: null, check, store: { code: '0042', name: 'Pier' } }
  expect(await ordersOf(event)).toEqual([
    {
      ...plain,
      revenue: 10,
      subtotal: 10,
      tax: 0.8,
      currency: 'CAD',
      products: [{ product_id: 'S', quantity: 1 }],
      affiliation: 'Pier',
      store_code: '0042',
    },
  ])
})

test.each<[sentence: string, change: Members]>([
  ['another event', { eventType: 'Add/Redeem' }],
  ['no total', { total: null }],
  ['an unreadable total', { total: 'ten' }],
  ['a total of zero', { total: '0.00' }],
  ['a negative total', { total: -5 }],
  ['a void', { voided: true }],
  ['no id', { posTransactionId: null }],
  ...[
    'denied',
    'declined',
    'fail',
    'failed',
    'failure',
    'error',
    'void',
    'voided',
    'reversed',
    'reversal',
    'refund',
    'refunded',
  ].flatMap((word): [string, Members][] => [
    [`the result ${word}`, { result: word.toUpperCase() }],
    [`a state with ${word}`, { transactionState: `card_${word}` }],
    [`the status ${word}`, { status: word }],
    [`a type with ${word}`, { transactionType: `sale ${word}` }],
  ]),
])('is no order: %s', async (_, change) => expect(await ordersOf({ ...sale, ...change })).toEqual([]))

test.each(['success', 'authorizedSuccess', 'infallible', 'errorless', 'refundable'])(
  'is an order: the result %s',
  async (result) => {
    expect(await ordersOf({ ...sale, result })).toEqual([plain])
  },
)

test.each<[sentence: string, change: Members, id: string | undefined]>([
  ['the till’s id', { checkNumber: '118', storeCode: '0042', transactionId: 'T-1' }, 'P-1'],
  // Half past two in London is the day before in New York.
  [
    'check, store and day',
    { posTransactionId: '', checkNumber: 118, storeCode: '0042', transactionId: 'T-1' },
    '118-0042-2025-07-18',
  ],
  ['the transaction’s id without a store', { posTransactionId: '', checkNumber: 118, transactionId: 'T-1' }, 'T-1'],
  ['the transaction’s id without a check', { posTransactionId: '', storeCode: '0042', transactionId: 'T-1' }, 'T-1'],
  [
    'the transaction’s id without a time',
    { posTransactionId: '', checkNumber: 118, storeCode: '7', timestamp: '', transactionId: 'T-1' },
    'T-1',
  ],
  [
    'the transaction’s id when the check’s number leaves no room for the rest of a text',
    { posTransactionId: '', checkNumber: 'x'.repeat(8192), storeCode: '7', transactionId: 'T-1' },
    'T-1',
  ],
  ['nothing', { posTransactionId: '', checkNumber: 118 }, undefined],
])('the id of an order is %s', async (_, change, id) => {
  const orders = await ordersOf({ ...sale, ...change })
  expect(orders.map((order) => order?.order_id)).toEqual(id === undefined ? [] : [id])
})

test('the day of an order’s id is that of the setting timeZone', async () => {
  const event = { ...sale, posTransactionId: '', checkNumber: 118, storeCode: '7' }
  const [order] = await ordersOf(event, { timeZone: 'Europe/London' })
  expect(order?.order_id).toBe('118-7-2025-07-19')
})

test.each<[sentence: string, amounts: Members, revenue: number]>([
  ['the subtotal', { subtotal: '10.00', tax: '0.75' }, 10],
  ['else the total less tax', { tax: '0.70' }, 10.1],
  ['else the total', {}, 10.8],
])('the revenue is %s', async (_, amounts, revenue) => {
  const [order] = await ordersOf({ ...sale, ...amounts })
  expect(order?.revenue).toBe(revenue)
})

test.each(['products', 'store_code', 'store_name', 'tax'])(
  'the setting omit leaves %s out of orders, too',
  async (name) => {
    const event = { ...sale, items: [{ sku: 'S' }], storeCode: '7', storeName: 'Pier', tax: 1 }
    const [order] = await ordersOf(event, { omit: [name] })
    expect(order).not.toHaveProperty(name === 'store_name' ? 'affiliation' : name)
    expect(order).toHaveProperty('order_id')
  },
)
