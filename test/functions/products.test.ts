import { bothWays, type Members, track } from './property-run'

const run = bothWays()
const read = (event: Members) => track(run, { eventType: 'POS Activity', ...event })
const chowder = { product_id: '0310', name: 'Clam Chowder' }
const sent = { itemCode: '0310', name: 'Clam Chowder' }

test.each(['items', 'checkItems', 'lineItems', 'products', 'LINE_ITEMS'])(
  'products are found under %s',
  async (name) => {
    const expected = { properties: { products: [chowder] }, warnings: [] }
    expect(await read({ [name]: [sent] })).toEqual(expected)
    expect(await read({ check: { [name]: [sent] } })).toEqual(expected)
    expect(await read({ data: { transaction: { [name]: [sent] } } })).toEqual(expected)
  },
)

test.each<[sentence: string, item: Members, product: Members]>([
  [
    'every name has an order: itemCode',
    { itemCode: 'a', code: 'b', sku: 'c', productId: 'd', id: 'e' },
    { product_id: 'a' },
  ],
  ['code', { code: 'b', sku: 'c', productId: 'd', id: 'e' }, { product_id: 'b' }],
  ['sku', { sku: 'c', productId: 'd', id: 'e' }, { product_id: 'c' }],
  ['productId', { productId: 'd', id: 'e' }, { product_id: 'd' }],
  ['id', { id: 5 }, { product_id: '5' }],
  ['name before label', { name: 'a', label: 'b', description: 'c', itemName: 'd' }, { name: 'a' }],
  ['label', { label: 'b', description: 'c', itemName: 'd' }, { name: 'b' }],
  ['description', { description: 'c', itemName: 'd' }, { name: 'c' }],
  ['itemName', { itemName: 'd' }, { name: 'd' }],
  ['category', { id: 5, category: 'a', family: 'b', department: 'c' }, { product_id: '5', category: 'a' }],
  ['family', { id: 5, family: 'b', department: 'c' }, { product_id: '5', category: 'b' }],
  ['department', { id: 5, department: 'c' }, { product_id: '5', category: 'c' }],
  ['price', { id: 5, price: '$1,000.50', unitPrice: 2, amount: 3 }, { product_id: '5', price: 1000.5 }],
  ['unitPrice', { id: 5, unitPrice: 2, amount: 3 }, { product_id: '5', price: 2 }],
  ['amount', { id: 5, amount: '(3)' }, { product_id: '5', price: -3 }],
  ['quantity', { id: 5, quantity: '2', qty: 3 }, { product_id: '5', quantity: 2 }],
  ['qty', { id: 5, qty: 0.5 }, { product_id: '5', quantity: 0.5 }],
  ['nothing else', { id: 5, pin: 'x', modifiers: [{ id: 6 }], note: 'x' }, { product_id: '5' }],
])('of an item is read: %s', async (_, item, product) => {
  expect(await read({ items: [item] })).toEqual({ properties: { products: [product] }, warnings: [] })
})

test('the order of a check is kept, and an item without name and id is none', async () => {
  const items = [{ name: 'b' }, { price: 5, quantity: 1 }, { name: 'a' }, null, { name: 'b' }]
  const { properties, warnings } = await read({ items })
  expect(properties).toEqual({ products: [{ name: 'b' }, { name: 'a' }, { name: 'b' }] })
  expect(warnings).toEqual([])
})

test.each<[sentence: string, items: unknown, products: unknown]>([
  ['one alone', sent, [chowder]],
  ['by whole numbers', { 1: sent, 0: { id: 1 } }, [{ product_id: '1' }, chowder]],
  ['as JSON text', JSON.stringify([sent]), [chowder]],
  ['no item', [], undefined],
  ['only items that are none', [{ price: 5 }], undefined],
])('a list may be %s', async (_, items, products) => {
  expect(await read({ items })).toEqual({ properties: products === undefined ? {} : { products }, warnings: [] })
})

test('an unreadable price is left out with one warning', async () => {
  const { properties, warnings } = await read({ items: [{ id: 1, price: '1,5', qty: 2 }] })
  expect(properties).toEqual({ products: [{ product_id: '1', quantity: 2 }] })
  expect(warnings).toEqual(['event[0].products.price: expected a decimal number, received a string; left out'])
})

test('other events have none', async () => {
  expect(await track(run, { eventType: 'Add/Redeem', items: [sent] })).toEqual({ properties: {}, warnings: [] })
})
