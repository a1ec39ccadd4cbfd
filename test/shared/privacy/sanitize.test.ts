import type { JsonObject } from '../../../shared/json/values'
import { filterKeys, sanitize } from '../../../shared/privacy/sanitize'

test.each<[sentence: string, value: unknown, copy: unknown]>([
  ['a string stays', 'a', 'a'],
  ['a number stays', 0, 0],
  ['false stays', false, false],
  ['null stays', null, null],
  ['an empty object stays', {}, {}],
  ['an empty list stays', [], []],
  ['lists keep their order', [3, 1, [2]], [3, 1, [2]]],
  ['what is never emitted goes', { pin: '1234', code: 'a' }, { code: 'a' }],
  ['it goes in any spelling', { 'Track-1': 'x', ACCESS_TOKEN: 'x', 'last four': 'x', processorAuthCode: 'x' }, {}],
  ['it goes at any depth', { a: [{ b: { cvv: '123', c: 1 } }] }, { a: [{ b: { c: 1 } }] }],
  ['it goes whatever its value', { token: null, metadata: [{ a: 1 }], paymentMethod: { type: 'x' }, password: {} }, {}],
  ['a list keeps its length', [{ pin: '1' }, { a: 1 }], [{}, { a: 1 }]],
  [
    'a charge keeps amount, state and date',
    {
      chargeResponse: {
        amount: '40.00',
        transactionState: 'Succeeded',
        transactionDatetime: 'd',
        cardType: 'V',
        other: 1,
      },
    },
    { chargeResponse: { amount: '40.00', transactionState: 'Succeeded', transactionDatetime: 'd' } },
  ],
  [
    'a charge does so in any spelling',
    { Charge_Response: { Amount: 1, transaction_state: 's', TransactionDatetime: 'd', lastFour: '1111', auth: 'x' } },
    { Charge_Response: { Amount: 1, TransactionDatetime: 'd', transaction_state: 's' } },
  ],
  ['a charge does so in a list', { chargeResponse: [{ amount: 1, auth: 'x' }] }, { chargeResponse: [{ amount: 1 }] }],
  ['a charge does so at any depth', { a: { chargeResponse: { auth: 'x' } } }, { a: { chargeResponse: {} } }],
  ['text in place of a charge goes', { chargeResponse: '4111 1111 1111 1111', a: 1 }, { a: 1 }],
  ['a number in place of a charge goes', { chargeResponse: 4111, a: 1 }, { a: 1 }],
  [
    'within what a charge keeps, what is never emitted goes',
    { chargeResponse: { amount: { token: 'x' } } },
    { chargeResponse: { amount: {} } },
  ],
])('%s', (_, value, copy) => expect(sanitize(value)).toEqual(copy))

test.each<[name: string]>([['__proto__'], ['constructor'], ['prototype']])('the key %s goes', (name) => {
  const value: unknown = JSON.parse(`{"a": {"${name}": {"polluted": 1}, "b": 2}, "chargeResponse": {"${name}": 1}}`)
  expect(JSON.stringify(sanitize(value))).toBe('{"a":{"b":2},"chargeResponse":{}}')
})

test('keys are sorted at every depth, by code units', () => {
  const value = { b: { z: 1, a: 2, Z: 3 }, a_: 1, a: [{ y: 1, x: 2 }], é: 4, '🦞': 5 }
  expect(JSON.stringify(sanitize(value))).toBe('{"a":[{"x":2,"y":1}],"a_":1,"b":{"Z":3,"a":2,"z":1},"é":4,"🦞":5}')
})

test('the order of keys makes no difference', () => {
  const one = { a: 1, b: { c: [1], d: 2 }, 10: 'x', 9: 'y' }
  const other = { 9: 'y', b: { d: 2, c: [1] }, 10: 'x', a: 1 }
  expect(JSON.stringify(sanitize(one))).toBe(JSON.stringify(sanitize(other)))
})

test('the value stays as it was, and the copy shares nothing with it', () => {
  const value = { b: [{ pin: '1' }], a: { c: 1 } }
  const before = structuredClone(value)
  const copy = sanitize(value)
  expect(value).toEqual(before)
  expect(copy).toEqual({ a: { c: 1 }, b: [{}] })
  value.a.c = 2
  value.b.push({ pin: '2' })
  expect(copy).toEqual({ a: { c: 1 }, b: [{}] })
})

test('an edit changes or removes members, but sees none that is never emitted', () => {
  const seen: string[] = []
  const copy = sanitize(
    { b: { keep: 1, drop: 2, pin: 3 }, list: [{ drop: 4 }], chargeResponse: { auth: 5 } },
    (key, value) => {
      seen.push(key.name)
      return key.name === 'drop' ? undefined : typeof value === 'number' ? value * 10 : value
    },
  )
  expect(copy).toEqual({ b: { keep: 10 }, chargeResponse: {}, list: [{}] })
  expect(seen).toEqual(['b', 'drop', 'keep', 'chargeresponse', 'list', 'drop'])
})

test('what an edit puts in passes the same rules', () => {
  const copy = sanitize({ a: 1 }, (_key, value) =>
    value === 1 ? { pin: 2, chargeResponse: { auth: 3, amount: 4 } } : value,
  )
  expect(copy).toEqual({ a: { chargeResponse: { amount: 4 } } })
})

test('32 levels are copied', () => {
  let value: unknown = 'deep'
  for (let level = 0; level < 32; level++) value = { a: value }
  expect(sanitize(value)).toEqual(value)
})

test.each<[sentence: string, object: JsonObject, kept: object]>([
  ['kept keys stay with their values', { a: { pin: 1 }, b: 2 }, { a: { pin: 1 } }],
  ['in any spelling', { A: 1, _a: 2 }, { A: 1, _a: 2 }],
  ['none stays of an empty object', {}, {}],
  ['an ignored key never stays', JSON.parse('{"__proto__": {"a": 1}, "constructor": 1, "a": 2}'), { a: 2 }],
])('filterKeys: %s', (_, object, kept) => {
  const before = JSON.stringify(object)
  const filtered = filterKeys(object, ({ name }) => name !== 'b')
  expect(JSON.stringify(filtered)).toBe(JSON.stringify(kept))
  expect(JSON.stringify(object)).toBe(before)
})
