import { pickAll, shape } from '../../../shared/json/pick'
import type { JsonObject } from '../../../shared/json/values'

const wanted = shape([
  ['card', ['printedCardNumber', 'cardNumber']],
  ['code', ['storeCode', 'code']],
])

test.each<[sentence: string, object: JsonObject, picked: object]>([
  ['the preferred name wins', { cardNumber: 'b', printedCardNumber: 'a' }, { card: 'a' }],
  ['the preferred name wins, whatever the order of keys', { printedCardNumber: 'a', cardNumber: 'b' }, { card: 'a' }],
  ['another name stands in', { cardNumber: 'b' }, { card: 'b' }],
  ['every spelling is one name', { STORE_CODE: '1', CardNumber: '2' }, { code: '1', card: '2' }],
  ['the alphabetically first spelling wins', { store_code: 'c', storeCode: 'b', StoreCode: 'a' }, { code: 'a' }],
  ['the alphabetically first wins, in any order', { StoreCode: 'a', storeCode: 'b', store_code: 'c' }, { code: 'a' }],
  ['an absent spelling gives way', { StoreCode: null, storeCode: ' ', store_code: 'c' }, { code: 'c' }],
  ['a spelling of the preferred name is before another name', { store_code: 'a', Code: 'b' }, { code: 'a' }],
  ['an absent name gives way to the next', { printedCardNumber: '', cardNumber: 'b' }, { card: 'b' }],
  ['a list of one means its item', { code: ['a'] }, { code: 'a' }],
  ['a list of one absent item is absent', { storeCode: [null], code: [' '] }, {}],
  ['an empty list is absent', { storeCode: [], code: 'b' }, { code: 'b' }],
  ['the first present wins, even when it is unreadable', { storeCode: { x: 1 }, code: 'b' }, { code: { x: 1 } }],
  ['two items are a value', { storeCode: ['a', 'b'], code: 'c' }, { code: ['a', 'b'] }],
  ['zero is a value', { storeCode: 0, code: 'b' }, { code: 0 }],
  ['false is a value', { storeCode: false, code: 'b' }, { code: false }],
  ['an unknown key is none', { codes: 'a', card: 'b' }, {}],
  ['an empty object has none', {}, {}],
])('%s', (_, object, picked) => expect(pickAll(object, wanted)).toEqual(picked))

test.each<[name: string]>([['__proto__'], ['constructor'], ['prototype']])('the key %s is ignored', (name) => {
  const object: JsonObject = JSON.parse(`{"${name}": {"code": "a"}}`)
  expect(Object.keys(pickAll(object, wanted))).toEqual([])
})

test('what the reader makes undefined is missing', () => {
  const read = (value: unknown) => (typeof value === 'number' ? value * 2 : undefined)
  expect(pickAll({ storeCode: '1', code: 2, cardNumber: [3] }, wanted, read)).toEqual({ code: 4 })
})

test('the object stays as it was', () => {
  const object = Object.freeze({ code: Object.freeze(['a']) })
  pickAll(object, wanted)
  expect(object).toEqual({ code: ['a'] })
})
