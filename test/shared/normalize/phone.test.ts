import { phone } from '../../../shared/normalize/phone'

test.each<[value: unknown, expected: string | undefined]>([
  ['2075550142', '2075550142'],
  [' 2075550142 ', '2075550142'],
  ['+1 (207) 555-0142', '+1 (207) 555-0142'],
  ['02079460123', '02079460123'],
  ['207.555.0142 x 12', '207.555.0142 x 12'],
  ['1-800-HARBOR', '1-800-HARBOR'],
  [2075550142, '2075550142'],
  [2 ** 53 - 1, '9007199254740991'],
  [2 ** 53, undefined],
  [2 ** 53 + 2, undefined],
  [1e300, undefined],
  [207.5, undefined],
  [Number.NaN, undefined],
  [Number.POSITIVE_INFINITY, undefined],
  ['n/a', undefined],
  ['none', undefined],
  ['-', undefined],
  ['', undefined],
  [' \t', undefined],
  [null, undefined],
  [undefined, undefined],
  [true, undefined],
  [[], undefined],
  [['2075550142'], undefined],
  [{}, undefined],
])('phone(%p) is %p', (value, expected) => expect(phone(value)).toBe(expected))

test.each<[sentence: string, value: string, isRead: boolean]>([
  ['a telephone number of 8,192 bytes is read', '5'.repeat(8192), true],
  ['a telephone number of 8,193 bytes is too long', '5'.repeat(8193), false],
  ['a telephone number of 2,731 characters of three bytes is too long', `5${'☎'.repeat(2731)}`, false],
])('%s', (_, value, isRead) => expect(phone(value)).toBe(isRead ? value : undefined))
