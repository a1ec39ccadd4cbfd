import { flow } from '../../../build/render/flow'
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

test('a very long value is cut', () => {
  const lines = valueLines('x'.repeat(1000), 20)
  expect(lines).toHaveLength(13)
  expect(lines.at(-1)).toBe('… 38 more lines, see --json')
})

test('no character is cut in two', () => {
  expect(flow(['😀😀😀'], 2)).toEqual(['😀😀', '😀'])
})
