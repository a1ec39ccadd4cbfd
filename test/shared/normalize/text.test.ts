import { text } from '../../../shared/normalize/text'

test.each<[value: unknown, expected: string | undefined]>([
  ['Old Port', 'Old Port'],
  ['  Old  Port\t\r\n', 'Old  Port'],
  ['\u00a0\ufeffCafé\u3000', 'Café'],
  ['0', '0'],
  ['false', 'false'],
  ['null', 'null'],
  ['𝒟ana 🦞', '𝒟ana 🦞'],
  ['a\ud800', 'a\ufffd'],
  ['Dana\0\0\0', 'Dana'],
  ['Mill\u00ad\u200bStreet', 'MillStreet'],
  ['\u202bכהן\u202c\u200f', 'כהן'],
  ['می\u200cنا', 'می\u200cنا'],
  ['👩\u200d👧', '👩\u200d👧'],
  ['\u200b \ufeff', undefined],
  ['', undefined],
  [' \t\r\n\u00a0\u2003', undefined],
  [null, undefined],
  [undefined, undefined],
  [0, undefined],
  [417, undefined],
  [Number.NaN, undefined],
  [true, undefined],
  [false, undefined],
  [10n, undefined],
  [[], undefined],
  [['Dana'], undefined],
  [{}, undefined],
  [{ toString: () => 'Dana' }, undefined],
  [new String('Dana'), undefined],
  [new Date(0), undefined],
])('text(%p) is %p', (value, expected) => expect(text(value)).toBe(expected))

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
