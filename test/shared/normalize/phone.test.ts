import { phone as read } from '../../../shared/normalize/phone'

const phone = (value: unknown) => read(value, 'none')

test.each<[value: unknown, countryCode: string, expected: string]>([
  // The United States and Canada.
  ['2075550142', '1', '+12075550142'],
  [2075550142, '1', '+12075550142'],
  ['2075550142.0', '1', '+12075550142'],
  ['12075550142', '1', '+12075550142'],
  ['+1 207 555 0142', '1', '+12075550142'],
  ['(207) 555-0142', '1', '+12075550142'],
  ['207.555.0142', '1', '+12075550142'],
  ['207–555–0142', '1', '+12075550142'],
  ['1-207-555-0142', '1', '+12075550142'],
  ['\u202a+12075550142\u202c', '1', '+12075550142'],
  ['tel:+1-207-555-0142', '1', '+12075550142'],
  // Extensions.
  ['207-555-0142 x12', '1', '+12075550142'],
  ['207-555-0142x12', '1', '+12075550142'],
  ['207-555-0142, ext. 12', '1', '+12075550142'],
  ['207-555-0142 Extension 12', '1', '+12075550142'],
  ['tel:+1-207-555-0142;ext=12', '1', '+12075550142'],
  // Whole numbers, whatever the country of the setting.
  ['+81 90-1234-5678', '1', '+819012345678'],
  ['0081 90 1234 5678', '1', '+819012345678'],
  ['(+44) 7700 900142', '1', '+447700900142'],
  ['+44 (0)7700 900142', '1', '+447700900142'],
  ['+12345678', '1', '+12345678'],
  ['+123456789012345', '1', '+123456789012345'],
])('%p in the country %p is %p', (value, countryCode, expected) => expect(read(value, countryCode)).toBe(expected))

test.each<[value: unknown, countryCode: string, expected: string, reason: string]>([
  // Other countries.
  ['07700 900142', '44', '+447700900142', 'a leading 0 is for calls within the country'],
  ['7700 900142', '44', '+447700900142', 'the code is put before it'],
  ['447700900142', '44', '+447700900142', 'the code is there already'],
  ['(0)7700 900142', '44', '+447700900142', 'a leading 0 in parentheses goes'],
  ['+44 7700 900142', '44', '+447700900142', 'a whole number'],
  ['4412345678', '44', '+444412345678', 'ten digits are too few for the code to be there already'],
  ['0151 12345678', '49', '+4915112345678', 'a leading 0 is for calls within the country'],
])('%p in the country %p is %p: %s', (value, countryCode, expected) => expect(read(value, countryCode)).toBe(expected))

test.each<[value: unknown, countryCode: string, reason: string]>([
  ['555-0142', '1', 'seven digits'],
  ['07700 900142', '1', 'eleven digits that do not begin with 1'],
  ['22075550142', '1', 'eleven digits that do not begin with 1'],
  ['120755501420', '1', 'twelve digits'],
  ['207-555-0142 or 207-555-0143', '1', 'two numbers'],
  ['207-555-0142 / 207-555-0143', '1', 'two numbers'],
  ['1-800-HARBOR', '1', 'letters'],
  ['+44 7700 90xxxx', '1', 'a mask'],
  ['***-***-0142', '1', 'a mask'],
  ['207+5550142', '1', 'a plus within'],
  ['+0 207 555 0142', '1', 'no country begins with 0'],
  ['-2075550142', '1', 'a sign'],
  [-2075550142, '1', 'a sign'],
  ['2.075550142E9', '1', 'digits that were lost'],
  ['+1234567', '1', 'seven digits'],
  ['+1234567890123456', '1', 'sixteen digits'],
  ['12345', '44', 'seven digits with the code'],
  ['home', '1', 'no digit'],
  [['2075550142'], '1', 'a list'],
  [true, '1', 'no text'],
])('%p in the country %p is no phone: %s', (value, countryCode) => expect(read(value, countryCode)).toBe(undefined))

test.each<[value: unknown, expected: string | undefined]>([
  ['2075550142', '2075550142'],
  [' 2075550142 ', '2075550142'],
  ['+1 (207) 555-0142', '+1 (207) 555-0142'],
  ['02079460123', '02079460123'],
  ['207.555.0142 x 12', '207.555.0142 x 12'],
  ['1-800-HARBOR', '1-800-HARBOR'],
  [2075550142, '2075550142'],
])('without a country phone(%p) is %p', (value, expected) => expect(phone(value)).toBe(expected))

test.each<[value: unknown, expected: string | undefined, reason: string]>([
  [2 ** 53 - 1, '9007199254740991', 'the largest safe integer'],
  [2 ** 53, undefined, 'beyond 2^53 digits are lost'],
  [2 ** 53 + 2, undefined, 'beyond 2^53 digits are lost'],
  [1e300, undefined, 'beyond 2^53 digits are lost'],
  [207.5, undefined, 'a fraction'],
  [Number.NaN, undefined, 'no number'],
  [Number.POSITIVE_INFINITY, undefined, 'no number'],
  ['n/a', undefined, 'no digit'],
  ['none', undefined, 'no digit'],
  ['-', undefined, 'no digit'],
  ['', undefined, 'blank'],
  [' \t', undefined, 'blank'],
  [null, undefined, 'nothing'],
  [undefined, undefined, 'nothing'],
  [true, undefined, 'a boolean'],
  [[], undefined, 'a list'],
  [['2075550142'], undefined, 'a list'],
  [{}, undefined, 'an object'],
])('without a country phone(%p) is %p: %s', (value, expected) => expect(phone(value)).toBe(expected))

test.each<[sentence: string, value: string, isRead: boolean]>([
  ['a telephone number of 8,192 bytes is read', '5'.repeat(8192), true],
  ['a telephone number of 8,193 bytes is too long', '5'.repeat(8193), false],
  ['a telephone number of 2,731 characters of three bytes is too long', `5${'☎'.repeat(2731)}`, false],
])('%s', (_, value, isRead) => expect(phone(value)).toBe(isRead ? value : undefined))
