import { describe } from '../declare/documentation'
import { property } from '../declare/property'
import { field, record } from '../declare/record'
import { wordList } from '../json/word-list'
import { decimal } from '../normalize/decimal'
import { identifier } from '../normalize/identifier'
import { text } from '../normalize/text'

/** One line of a check, by the names of Segment's e-commerce specification. */
export interface Product {
  product_id?: string
  name?: string
  category?: string
  price?: number
  quantity?: number
}

const lines = record<Product>({
  product_id: field(identifier, 'a code', 'itemCode', 'code', 'sku', 'productId', 'id'),
  name: field(text, 'text', 'name', 'label', 'description', 'itemName'),
  category: field(text, 'text', 'category', 'family', 'department'),
  price: field(decimal, 'a decimal number', 'price', 'unitPrice', 'amount'),
  quantity: field(decimal, 'a decimal number', 'quantity', 'qty'),
})
const readLines = lines.list()

export const products = property<readonly Product[]>({
  name: 'products',
  type: 'array',
  expected: 'a list of items of a check',
  names: wordList('items checkItems lineItems products'),
  sections: [{ at: 'check' }],
  normalize: (...sent) => readLines(...sent)?.filter(({ product_id, name }) => (product_id ?? name) !== undefined),
})
DOCS: describe(
  products,
  'Lines of the check: product_id, name, category, price, quantity',
  'lines checkLines orderLines orderItems menuItems itemList basket cart',
)
