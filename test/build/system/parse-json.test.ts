import { UserError } from '../../../build/system/errors'
import { parseJson } from '../../../build/system/parse-json'

test.each([
  ['{"a": [1]}', { a: [1] }],
  ['\uFEFF{}', {}],
  ['null', null],
])('%j is JSON', (text, value) => expect(parseJson(text, 'file')).toEqual(value))

test.each([
  ['nothing', '', ':1:1', 'expected a value'],
  ['a value that is missing', '{"a":\n}', ':2:1', 'expected a value'],
  ['a comma before a brace', '{"a": 1,\n}', ':1:8', 'remove the comma before "}"'],
  ['a comma before a bracket', '[1,]', ':1:3', 'remove the comma before "]"'],
  ['no comma', '{"a": 1 "b": 2}', ':1:9', 'expected ","'],
  ['no colon', '{"a" 1}', ':1:6', 'expected ":"'],
  ['no end of an object', '{"a": 1', ':1:8', 'expected "}"'],
  ['no end of a list', '[1', ':1:3', 'expected "]"'],
  ['no end of a text', '{"a": "secret}', ':1:7', 'a string has no closing quotation mark'],
  ['a second value', '{} {}', ':1:4', 'expected the end of the file'],
  ['a comment', '// note\n{}', ':1:1', 'JSON has no comments'],
  ['a name without quotes', '{a: 1}', ':1:2', 'unexpected text; names and strings need double quotes'],
  ['a text without quotes', '{"a": secret}', ':1:7', 'unexpected text; names and strings need double quotes'],
  ['a path of Windows', '"C:\\secret"', ':1:1', 'a backslash in a string must be doubled'],
])('%s is located, and nothing of the text is shown', (_, text, place, problem) => {
  expect(() => parseJson(text, 'file')).toThrow(new UserError(`file${place}: is not valid JSON: ${problem}`))
})

test('what is nested too deeply to be located is refused all the same', () => {
  expect(() => parseJson('['.repeat(100_000), 'file')).toThrow(new UserError('file: is not valid JSON'))
})
