import { field, record } from '../../../shared/declare/record'
import type { JsonObject } from '../../../shared/json/values'
import { decimal } from '../../../shared/normalize/decimal'
import { text } from '../../../shared/normalize/text'
import { defaultSettings as settings } from '../../default-settings'

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
  [
    'the first readable wins, and one before it is reported',
    { label: 5, name: 'b' },
    { label: 'b' },
    ['.label: expected text'],
  ],
  ['one after it is not looked at', { label: 'a', name: 5 }, { label: 'a' }, []],
  ['of two spellings the alphabetically first wins', { label: 'b', Label: 'a' }, { label: 'a' }, []],
  ['a word for nothing is absent', { label: 'N/A', name: 'b' }, { label: 'b' }, []],
  [
    'names of more than one word are known in any spelling',
    { 'LA-BEL': 'a', 'A m o u n t': 5 },
    { label: 'a', amount: 5 },
    [],
  ],
  ['zero is a value', { amount: 0 }, { amount: 0 }, []],
])('%s', (_, object, read, expected) => {
  const { warnings, warn } = listen()
  expect(items.read(object, settings, warn)).toEqual(read)
  expect(warnings).toEqual(expected)
})

const without = ': expected objects with amount'

test.each<[sentence: string, value: unknown, read: unknown, warnings: string[]]>([
  ['a list is read', [{ amount: 1 }, { amount: '2', label: 'b' }], [{ amount: 1 }, { amount: 2, label: 'b' }], []],
  ['one that stands alone is a list of one', { amount: 1 }, [{ amount: 1 }], []],
  ['an empty list is empty', [], [], []],
  ['JSON text of a list is the list', '[{"amount":1}]', [{ amount: 1 }], []],
  ['JSON text of one is a list of one', '{"amount":1}', [{ amount: 1 }], []],
  ['an item may be JSON text', ['{"amount":1}'], [{ amount: 1 }], []],
  ['an item may stand in a list of one', [[{ amount: 1 }]], [{ amount: 1 }], []],
  [
    'an object of whole numbers is the list in their order',
    { 10: { amount: 3 }, 2: { amount: 2 }, '01': { amount: 1 } },
    [{ amount: 1 }, { amount: 2 }, { amount: 3 }],
    [],
  ],
  ['an object that is empty is no list', {}, undefined, []],
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
  expect(items.list('amount')(value, settings, warn)).toEqual(read)
  expect(warnings).toEqual(expected)
})

test('nothing needed, nothing missing', () => {
  const { warnings, warn } = listen()
  expect(items.list()([{}, { label: 'a' }], settings, warn)).toEqual([{}, { label: 'a' }])
  expect(warnings).toEqual([])
})
