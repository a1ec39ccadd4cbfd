import { type Edit, edited } from './edits'
import { copyOf, reordered } from './json-tree'

const body = { card: { printedCardNumber: '0417' }, tags: ['a', 'b'] }
/** The numbers of the spots: the body, its members, then their members. */
const [whole, card, tags, number, firstTag] = [0, 1, 2, 3, 4]

test.each<[kind: Edit['kind'], at: number, more: Partial<Edit>, expected: unknown]>([
  ['remove', card, {}, { tags: ['a', 'b'] }],
  ['remove', firstTag, {}, { ...body, tags: ['b'] }],
  ['remove', whole, {}, null],
  ['retype', number, { value: 5 }, { ...body, card: { printedCardNumber: 5 } }],
  ['retype', whole, { value: [] }, []],
  ['respell', number, { pick: 0 }, { ...body, card: { printed_card_number: '0417' } }],
  ['respell', firstTag, { pick: 0 }, body],
  ['rename', tags, { key: 'x' }, { card: body.card, x: ['a', 'b'] }],
  ['duplicate', number, { pick: 2, value: 7 }, { ...body, card: { printedCardNumber: '0417', PrintedCardNumber: 7 } }],
  ['duplicate', firstTag, { value: 7 }, { ...body, tags: ['a', 'b', 7] }],
  ['add', number, { key: 'x', value: 7 }, { ...body, card: { printedCardNumber: '0417', x: 7 } }],
  ['nest', number, { pick: 1 }, { ...body, card: { printedCardNumber: [['0417']] } }],
  ['nest', whole, { pick: 3, value: 7 }, { records: [body, 7] }],
  ['nest', card, { pick: 6 }, { ...body, card: { notification: body.card } }],
  ['hoist', card, {}, { ...body, printedCardNumber: '0417' }],
  ['hoist', number, {}, body],
])('%s at %i with %j gives %j', (kind, at, more, expected) => {
  const edit: Edit = { kind, at, pick: 0, key: '', value: null, ...more }
  expect(edited(copyOf(body), [edit])).toEqual(expected)
  // After the last spot, counting starts again.
  expect(edited(copyOf(body), [{ ...edit, at: at + 12 }])).toEqual(expected)
})

test('a key named after the prototype is an ordinary one', () => {
  const edit: Edit = { kind: 'add', at: number, pick: 0, key: '__proto__', value: { x: 1 } }
  expect(JSON.stringify(edited(copyOf(body), [edit]))).toBe(
    '{"card":{"printedCardNumber":"0417","__proto__":{"x":1}},"tags":["a","b"]}',
  )
})

test('keys come in another order, items do not', () => {
  const many = Object.fromEntries([...'abcdefgh'].map((key) => [key, ['y', 'x']]))
  const orders = [1, 2, 3].map((order) => Object.keys(reordered(many, order) as object).join('')) // it is one
  expect(new Set(orders).size).toBe(3)
  expect(reordered(many, 1)).toEqual(many)
})
