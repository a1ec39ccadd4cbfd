import { flow } from '../../../build/render/flow'
import { definitionTable } from '../../../build/render/table'
import { valueLines, valueText } from '../../../build/render/value'

test.each([
  ['Dana', 'Dana'],
  ['two words', 'two words'],
  ['', '""'],
  [' padded', '" padded"'],
  ['0042', '"0042"'],
  ['-1.5e3', '"-1.5e3"'],
  ['2025-07-19', '2025-07-19'],
  ['true', '"true"'],
  ['null', '"null"'],
  ['[x]', '"[x]"'],
  ['say "hi"', '"say \\"hi\\""'],
  ['line\nbreak', '"line\\nbreak"'],
  ['\u001b[31mred\u009b', '"\\u001b[31mred\\u{9b}"'],
  ['left\u202eright', '"left\\u{202e}right"'],
  [42, '42'],
  [true, 'true'],
  [null, 'null'],
  [[], '[]'],
  [{}, '{}'],
  [['a', 1, null], '["a", 1, null]'],
  [{ a: { 'b c': [1] } }, '{a: {"b c": [1]}}'],
  [[{ a: 1 }, { b: 2 }], '[{a: 1}, {b: 2}]'],
])('%j is shown as %s', (value, expected) => expect(valueText(value)).toBe(expected))

test('each object of a list starts a line', () => {
  expect(valueLines([{ a: 1, b: 'two' }, 3, 'x', { c: [4] }], 40)).toEqual([
    '[{a: 1, b: "two"},',
    ' 3,',
    ' "x",',
    ' {c: [4]}]',
  ])
})

test('members are kept together, and later lines are set in', () => {
  expect(valueLines({ first: 'one', second: 'two' }, 16)).toEqual(['{first: "one",', ' second: "two"}'])
})

test('a value of many lines is cut', () => {
  const lines = valueLines('word '.repeat(100).trim(), 20)
  expect(lines).toHaveLength(13)
  expect(lines.at(-1)).toBe('… 13 more lines, see --json')
})

test.each([
  ['a path', 'Notification.Patron.AccountId', ['Notification.Patron.AccountId']],
  ['an e-mail', 'ines.okafor.of.canal.street@example.com', ['ines.okafor.of.canal.street@example.com']],
  ['a date and its time', '2025-07-18 20:11:54', ['2025-07-18 20:11:54']],
  ['a date in words', 'Jul 18, 2025 7:04:32 PM', ['Jul 18, 2025 7:04:32 PM']],
  ['a number with spaces', '+1 207 555 0142', ['+1 207 555 0142']],
  ['an id of many characters', 'x'.repeat(50), ['x'.repeat(50)]],
  ['a sentence', 'is broken between words', ['is broken', 'between', 'words']],
])('%s is broken between words only', (_, text, expected) => {
  expect(valueLines(text, 10)).toEqual(expected)
})

test('a text without spaces that would fill a screen is shortened', () => {
  expect(valueLines('x'.repeat(1000), 20)).toEqual([`${'x'.repeat(240)}… see --json`])
})

test('wide characters count as the two columns that they take', () => {
  expect(flow(['寿司', '寿司', 'a'], 9)).toEqual(['寿司 寿司', 'a'])
  const table = definitionTable(
    [
      ['寿司', 'wide'],
      ['tea', 'plain'],
    ],
    (text) => [text],
    { indent: 2, width: 40 },
  )
  expect(table).toBe('  寿司  wide\n  tea   plain')
})
