import { text } from '../../../shared/normalize/text'

test.each<[value: unknown, expected: string | undefined]>([
  ['Old Port', 'Old Port'],
  ['  Old  Port\t\r\n', 'Old  Port'],
  ['\u00a0\ufeffCafé\u3000', 'Café'],
])('text(%p) is %p', (value, expected) => expect(text(value)).toBe(expected))

test.each<[value: unknown, expected: string | undefined, reason: string]>([
  ['0', '0', 'no number is made of it'],
  ['false', 'false', 'no boolean is made of it'],
  ['null', 'null', 'whether it says nothing is asked elsewhere'],
  ['𝒟ana 🦞', '𝒟ana 🦞', 'signs of two code units stay'],
  ['a\ud800', 'a\ufffd', 'half a sign of two code units'],
  ['Dana\0\0\0', 'Dana', 'NUL goes'],
  ['Mill\u00ad\u200bStreet', 'MillStreet', 'invisible characters go'],
  ['\u202bכהן\u202c\u200f', 'כהן', 'marks of direction go'],
  ['می\u200cنا', 'می\u200cنا', 'a joiner between letters stays'],
  ['👩\u200d👧', '👩\u200d👧', 'a joiner in an emoji stays'],
  ['\u200b \ufeff', undefined, 'nothing visible'],
  ['', undefined, 'blank'],
  [' \t\r\n\u00a0\u2003', undefined, 'blank'],
  [null, undefined, 'nothing'],
  [undefined, undefined, 'nothing'],
  [0, undefined, 'a number'],
  [417, undefined, 'a number'],
  [Number.NaN, undefined, 'no number'],
  [true, undefined, 'a boolean'],
  [false, undefined, 'a boolean'],
  [10n, undefined, 'no number of JSON'],
  [[], undefined, 'a list'],
  [['Dana'], undefined, 'a list'],
  [{}, undefined, 'an object'],
  [{ toString: () => 'Dana' }, undefined, 'an object that has a text'],
  [new String('Dana'), undefined, 'an object that holds a text'],
  [new Date(0), undefined, 'no value of JSON'],
])('text(%p) is %p: %s', (value, expected) => expect(text(value)).toBe(expected))

test.each<[sentence: string, value: string, isRead: boolean]>([
  ['8,192 bytes of ASCII are read', 'a'.repeat(8192), true],
  ['8,193 bytes of ASCII are too many', 'a'.repeat(8193), false],
  ['4,096 characters of two bytes are read', 'é'.repeat(4096), true],
  ['4,096 characters of two bytes and one of one are too many', `${'é'.repeat(4096)}a`, false],
  ['2,730 characters of three bytes are read', '€'.repeat(2730), true],
  ['2,731 characters of three bytes are too many', '€'.repeat(2731), false],
  ['2,048 characters of four bytes are read', '🦞'.repeat(2048), true],
  ['2,048 characters of four bytes and one of one are too many', `${'🦞'.repeat(2048)}a`, false],
  ['2,731 lone surrogates, of three bytes each, are too many', '\ud800'.repeat(2731), false],
  ['a million characters are too many', 'a'.repeat(1e6), false],
])('%s', (_, value, isRead) => expect(text(value)).toBe(isRead ? value : undefined))

test('blanks count for the length: 8,193 bytes as sent are too many', () => {
  expect(text(`Dana${' '.repeat(8189)}`)).toBe(undefined)
})
