import type { JsonObject } from '../../../shared/json/values'
import { sanitize } from '../../../shared/privacy/sanitize'

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
    'it goes as an item of a list of named values',
    {
      list: [
        { name: 'password', value: 'x' },
        { name: 'a', value: 1 },
      ],
    },
    { list: [{ name: 'a', value: 1 }] },
  ],
  [
    'such an item is named by key or field, too',
    [{ Key: 'PIN', v: 1 }, { field: ['cvv'] }, { title: 'pin' }],
    [{ title: 'pin' }],
  ],
  ['it goes within JSON text', { a: '{"pin":1,"b":{"cvv":2,"c":3}}' }, { a: '{"b":{"c":3}}' }],
  ['it goes within JSON text of a list', { a: ' [{"token":1,"b":2}]' }, { a: '[{"b":2}]' }],
  ['it goes within JSON text of JSON text', { a: JSON.stringify({ b: '{"pin":1}' }) }, { a: '{"b":"{}"}' }],
  ['text that is no JSON text stays', { a: '{"pin":1' }, { a: '{"pin":1' }],
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
  ['a charge does so as JSON text', { chargeResponse: '{"amount":1,"auth":"x"}' }, { chargeResponse: { amount: 1 } }],
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

describe('a filter', () => {
  test('leaves out more names, at any depth, in lists of named values and within JSON text', () => {
    const value = { a: 1, b: [{ a: 2, c: 3 }], named: [{ name: 'a' }, { name: 'c' }], text: '{"a":1,"c":2}' }
    const copy = sanitize(value, { leavesOut: (name) => name === 'a' })
    expect(copy).toEqual({ b: [{ c: 3 }], named: [{ name: 'c' }], text: '{"c":2}' })
  })

  test('edits objects, also in lists and JSON text, with the key under which they stand', () => {
    const seen: [string, readonly string[]][] = []
    const copy = sanitize(
      { b: { drop: 1, keep: 2, pin: 3 }, chargeResponse: { auth: 4 }, list: [{ drop: 5 }], text: '{"drop":6}' },
      {
        edit(object, key) {
          seen.push([key, Object.keys(object)])
          const { drop: _drop, ...others } = object
          return others
        },
      },
    )
    expect(copy).toEqual({ b: { keep: 2 }, chargeResponse: {}, list: [{}], text: '{}' })
    expect(seen).toEqual([
      ['', ['b', 'chargeResponse', 'list', 'text']],
      ['b', ['drop', 'keep', 'pin']],
      ['chargeResponse', []],
      ['list', ['drop']],
      ['text', ['drop']],
    ])
  })

  test('shows scalars in another way, also in lists and within JSON text', () => {
    const show = (scalar: unknown) => (typeof scalar === 'number' ? scalar * 10 : scalar)
    expect(sanitize({ a: 1, b: [2, 'x'], c: '{"d":3}' }, { show })).toEqual({ a: 10, b: [20, 'x'], c: '{"d":30}' })
  })

  test('puts nothing in that passes the rules', () => {
    const secrets = { pin: 2, chargeResponse: { auth: 3, amount: 4 } }
    const edit = (object: JsonObject, key: string) => (key === 'a' ? secrets : object)
    expect(sanitize({ a: { b: 1 } }, { edit })).toEqual({ a: { chargeResponse: { amount: 4 } } })
  })
})

test('32 levels are copied', () => {
  let value: unknown = 'deep'
  for (let level = 0; level < 32; level++) value = { a: value }
  expect(sanitize(value)).toEqual(value)
})
