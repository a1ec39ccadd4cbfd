import {
  asList,
  asObject,
  isAbsent,
  isAbsentAnswer,
  isBlank,
  isObject,
  isTooLong,
  shapeOf,
  unwrap,
} from '../../../shared/json/values'

test.each<[value: unknown, expected: boolean]>([
  [{}, true],
  [{ a: null }, true],
  [Object.create(null), true],
  [[], false],
  [[{}], false],
  [null, false],
  [undefined, false],
  ['', false],
  ['{}', false],
  [0, false],
  [Number.NaN, false],
  [true, false],
  [() => undefined, false],
])('isObject(%p) is %p', (value, expected) => expect(isObject(value)).toBe(expected))

test.each<[value: unknown, expected: boolean]>([
  [null, true],
  [undefined, true],
  ['', true],
  [' ', true],
])('isAbsent(%p) is %p', (value, expected) => expect(isAbsent(value)).toBe(expected))

test.each<[value: unknown, expected: boolean, reason: string]>([
  ['\t\r\n\u00a0\u2003\ufeff', true, 'white space of every kind'],
  ['null', true, 'a word for nothing'],
  ['NULL', true, 'a word for nothing'],
  ['undefined', true, 'a word for nothing'],
  ['nil', true, 'a word for nothing'],
  ['<nil>', true, 'a word for nothing'],
  ['(null)', true, 'a word for nothing'],
  ['None', true, 'a word for nothing'],
  ['NaN', true, 'a word for nothing'],
  ['nan', true, 'a word for nothing'],
  ['N/A', true, 'a word for nothing'],
  ['n/a', true, 'a word for nothing'],
  ['#N/A', true, 'a word for nothing'],
  ['\\N', true, 'a word for nothing'],
  ['[object Object]', true, 'an object that was made text'],
  [' NULL\t', true, 'a word for nothing, with white space around it'],
  ['null\0\0\0', true, 'a word for nothing, with NUL after it'],
  ['\ufeffn/a', true, 'a word for nothing, after a byte order mark'],
  ['un\u200bdefined', true, 'a word for nothing, with an invisible character'],
  ['-', true, 'no letter or digit'],
  ['--', true, 'no letter or digit'],
  ['.@.', true, 'no letter or digit'],
  ['★★★', true, 'no letter or digit'],
  ['\u200b', true, 'nothing visible'],
  ['\ud800', true, 'half a sign'],
  ['Null', false, 'a name'],
  ['Nan', false, 'a name'],
  ['Na', false, 'a name'],
  ['NA', false, 'Namibia'],
  ['na', false, 'no word for nothing in this case'],
  ['none', false, 'no word for nothing in this case'],
  ['nul', false, 'part of a word for nothing'],
  ['nulls', false, 'more than a word for nothing'],
  ['Nina', false, 'a name'],
  ['University', false, 'a word that begins like one for nothing'],
  ['N', false, 'a letter'],
  ['0', false, 'a digit'],
  ['-1', false, 'a digit'],
  ['½', false, 'a fraction is a number'],
  ['٣', false, 'a digit of another script'],
  ['Łó', false, 'letters with accents'],
  ['★ 東京', false, 'letters of another script'],
  ['(207) 555-0142', false, 'digits'],
  [' x ', false, 'a letter'],
  [0, false, 'a number'],
  [-0, false, 'a number'],
  [Number.NaN, false, 'a number for JavaScript'],
  [false, false, 'a boolean'],
  [{}, true, 'an empty object'],
  [Object.create(null), true, 'an empty object'],
  [[], true, 'an empty list'],
  [{ a: null }, false, 'an object with a member'],
  [[null], false, 'a list with an item'],
])('isAbsent(%p) is %p: %s', (value, expected) => expect(isAbsent(value)).toBe(expected))

test.each<[value: unknown, expected: boolean, reason: string]>([
  [null, true, 'nothing'],
  [undefined, true, 'nothing'],
  [' \u200b', true, 'nothing visible'],
  ['null', true, 'what programs write for nothing'],
  ['undefined ', true, 'what programs write for nothing'],
  ['[object Object]', true, 'an object that was made text'],
  [{}, true, 'an empty object'],
  [[], true, 'an empty list'],
  ['None', false, 'an answer'],
  ['N/A', false, 'an answer'],
  ['NULL', false, 'an answer in this case'],
  ['★★★', false, 'an answer in stars'],
  ['-', false, 'an answer'],
  [0, false, 'a number'],
  [false, false, 'a boolean'],
])('isAbsentAnswer(%p) is %p: %s', (value, expected) => expect(isAbsentAnswer(value)).toBe(expected))

test.each<[value: unknown, expected: boolean]>([
  [null, true],
  [undefined, true],
  [' \t', true],
  ['-', false],
  ['null', false],
  [{}, false],
  [[], false],
  [0, false],
])('isBlank(%p) is %p', (value, expected) => expect(isBlank(value)).toBe(expected))

test('100,000 blanks are absent', () => expect(isAbsent(' '.repeat(100_000))).toBe(true))

test.each<[value: unknown, expected: unknown]>([
  [['Dana'], 'Dana'],
  [[['Dana']], 'Dana'],
  [[null], null],
  [[0], 0],
  [[false], false],
  [[{ a: 1 }], { a: 1 }],
  [[], []],
  [
    ['Dana', 'Eve'],
    ['Dana', 'Eve'],
  ],
  [[['Dana', 'Eve']], ['Dana', 'Eve']],
  ['Dana', 'Dana'],
  [
    { 0: 'Dana', length: 1 },
    { 0: 'Dana', length: 1 },
  ],
  [null, null],
  [undefined, undefined],
  [Number.NaN, Number.NaN],
])('unwrap(%p) is %p', (value, expected) => expect(unwrap(value)).toEqual(expected))

test.each<[value: unknown, expected: unknown]>([
  [{ a: 1 }, { a: 1 }],
  [[{ a: 1 }], { a: 1 }],
  [[{ a: 1 }, { a: 2 }], undefined],
  [[], undefined],
  [['a'], undefined],
  [null, undefined],
  [undefined, undefined],
  ['{}', undefined],
  [7, undefined],
])('asObject(%p) is %p', (value, expected) => expect(asObject(value)).toEqual(expected))

test.each<[value: unknown, expected: readonly unknown[]]>([
  [
    [1, 2],
    [1, 2],
  ],
  [[], []],
  [[[1]], [1]],
  [
    [[1], [2]],
    [[1], [2]],
  ],
  [{ a: 1 }, [{ a: 1 }]],
  ['a', ['a']],
  [0, [0]],
  [false, [false]],
  [null, []],
  [undefined, []],
])('asList(%p) is %p', (value, expected) => expect(asList(value)).toEqual(expected))

test.each<[sentence: string, text: string, expected: boolean]>([
  ['no text', '', false],
  ['8,192 bytes of ASCII', 'a'.repeat(8192), false],
  ['8,193 bytes of ASCII', 'a'.repeat(8193), true],
  ['4,096 characters of two bytes', 'é'.repeat(4096), false],
  ['4,097 characters of two bytes', 'é'.repeat(4097), true],
  ['2,730 characters of three bytes', '€'.repeat(2730), false],
  ['2,731 characters of three bytes', '€'.repeat(2731), true],
  ['2,048 characters of four bytes', '🦞'.repeat(2048), false],
  ['2,049 characters of four bytes', '🦞'.repeat(2049), true],
  ['2,730 lone surrogates, three bytes each', '\udc00'.repeat(2730), false],
  ['2,731 lone surrogates, three bytes each', '\udc00'.repeat(2731), true],
])('over 8,192 bytes is too long: %s', (_, text, expected) => expect(isTooLong(text)).toBe(expected))

test.each<[text: string, most: number, expected: boolean]>([
  ['abc', 3, false],
  ['abcd', 3, true],
  ['é', 2, false],
  ['é', 1, true],
  ['', 0, false],
])('isTooLong(%p, %i) is %p', (text, most, expected) => expect(isTooLong(text, most)).toBe(expected))

test.each<[value: unknown, expected: string]>([
  [null, 'null'],
  ['4111111111111111', 'a string'],
  ['', 'a string'],
  [4111111111111111, 'a number'],
  [-0, 'a number'],
  [1.5, 'a number'],
  [Number.NaN, 'a number'],
  [Number.POSITIVE_INFINITY, 'a number'],
  [2 ** 53 + 2, 'an integer beyond 2^53'],
  [1e300, 'an integer beyond 2^53'],
  [true, 'a boolean'],
  [{ email: 'dana@example.com' }, 'an object'],
  [[], 'an array of 0'],
  [['Dana', 'Eve'], 'an array of 2'],
])('shapeOf(%p) is %p, and nothing of the value', (value, expected) => expect(shapeOf(value)).toBe(expected))

test.each<[sentence: string, value: string]>([
  ['of ASCII', 'a'.repeat(8193)],
  ['of more bytes than characters', '€'.repeat(2731)],
])('a string over 8,192 bytes says so: %s', (_, value) => expect(shapeOf(value)).toBe('a string of over 8,192 bytes'))
