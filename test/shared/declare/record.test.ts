import { field, record } from '../../../shared/declare/record'
import type { JsonObject } from '../../../shared/json/values'
import { decimal } from '../../../shared/normalize/decimal'
import { text } from '../../../shared/normalize/text'

interface Item {
  label?: string
  amount?: number
}

const items = record<Item>({
  label: field(text, 'text', 'label', 'name'),
  amount: field(decimal, 'a decimal number', 'amount'),
})

/** Collects warnings as a reading would word them, without the value. */
function listen() {
  const warnings: string[] = []
  return { warnings, warn: (part: string, expected: string) => void warnings.push(`${part}: expected ${expected}`) }
}

test.each<[sentence: string, object: JsonObject, read: object, warnings: string[]]>([
  ['members are read by every name', { Name: ' Points ', amount: '18.45' }, { label: 'Points', amount: 18.45 }, []],
  ['the preferred name wins', { name: 'b', label: 'a' }, { label: 'a' }, []],
  ['absent members are left out', { label: ' ', amount: null }, {}, []],
  ['a list of one means its item', { amount: ['5'] }, { amount: 5 }, []],
  ['unknown members are left out', { quantity: 1, constructor: 2 }, {}, []],
  [
    'an unreadable member is reported',
    { label: 'a', amount: '1e5' },
    { label: 'a' },
    ['.amount: expected a decimal number'],
  ],
  [
    'each unreadable member is reported',
    { label: 5, amount: true },
    {},
    ['.label: expected text', '.amount: expected a decimal number'],
  ],
  ['the first present wins, even when it is unreadable', { label: 5, name: 'b' }, {}, ['.label: expected text']],
  ['zero is a value', { amount: 0 }, { amount: 0 }, []],
])('%s', (_, object, read, expected) => {
  const { warnings, warn } = listen()
  expect(items.read(items.pick(object), warn)).toEqual(read)
  expect(warnings).toEqual(expected)
})

const without = ': expected objects with amount'

test.each<[sentence: string, value: unknown, read: unknown, warnings: string[]]>([
  ['a list is read', [{ amount: 1 }, { amount: '2', label: 'b' }], [{ amount: 1 }, { amount: 2, label: 'b' }], []],
  ['one that stands alone is a list of one', { amount: 1 }, [{ amount: 1 }], []],
  ['an empty list is empty', [], [], []],
  ['a null in a list is absent', [null, { amount: 1 }], [{ amount: 1 }], []],
  ['blank text in a list is absent', ['', ' ', { amount: 1 }], [{ amount: 1 }], []],
  ['an item that is no object is reported', [7, { amount: 1 }], [{ amount: 1 }], [without]],
  ['an item without what is needed is reported', [{ label: 'a' }], [], [without]],
  [
    'an item with an unreadable need is reported',
    [{ amount: 'x' }],
    [],
    ['.amount: expected a decimal number', without],
  ],
  ['text is no list', 'a', undefined, []],
  ['a number is no list', 7, undefined, []],
  ['true is no list', true, undefined, []],
])('%s', (_, value, read, expected) => {
  const { warnings, warn } = listen()
  expect(items.readAll(value, ['amount'], warn)).toEqual(read)
  expect(warnings).toEqual(expected)
})

test('nothing needed, nothing missing', () => {
  const { warnings, warn } = listen()
  expect(items.readAll([{}, { label: 'a' }], [], warn)).toEqual([{}, { label: 'a' }])
  expect(warnings).toEqual([])
})
