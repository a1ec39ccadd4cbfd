import fc from 'fast-check'
import { marks } from './marks'
import { prototypeNames, typeNames } from './names'

const two53 = 2 ** 53

/** Numbers at limits: safe integers, exponents, seconds or milliseconds, the years 2000 and 2100. */
const numbers = [
  ...[0, -0, 1, -1, 0.1, 1.5, 0.1 + 0.2, 1e-7, 5e-324, 1e21, 123456789012345680000, 1e308, -1e308],
  ...[two53 - 1, two53, two53 + 2, 1 - two53, -two53, 2 ** 31, 2 ** 63],
  ...[90, 90.000001, 180, -180.5, 946684799, 946684800, 4133980800, 99999999999, 1e11, 946684799999, 4133980800000],
]

/** Numbers that JSON.stringify never writes. `trial.ts` removes the angle brackets. */
const writtenNumbers = ['⟨-0⟩', '⟨1e400⟩', '⟨-1E400⟩', '⟨1.0⟩', '⟨9007199254740993⟩', '⟨1e-400⟩']

const texts = [
  ...['', ' ', '\t\r\n', '\u00a0', '\ufeff', '0', '00', '-1', 'null', 'none', 'N/A', 'true', 'Y', 'n', 'opted_out'],
  ...['1e5', '+5', '-0', '.5', '5.', '1,5', '0x10', 'NaN', 'Infinity', '9007199254740993', '1'.repeat(400), '42.38'],
  ...[
    '2025-07-18',
    '2025-02-30',
    '2025-07-18T19:04:32-0400',
    '2025-11-02 01:30',
    'Fri Jul 18 19:04 2025',
    '1752879872',
  ],
  ...['\ud800', '\udc00a', 'a\ud83d', '\ud83d\ude00', '\u0000', '\u0000'.repeat(2000), '\u2028', 'İ', 'ß', '\u202e'],
  ...['{}', '[1]', '"', '\\', '%s %d', '$&', '<b>', '=1+1', '_', '1_label', '1_balance', 'a_label', ...prototypeNames],
]
const longTexts = [8191, 8192, 8193].flatMap((bytes) => ['x'.repeat(bytes), 'é'.repeat(Math.ceil(bytes / 2))])
const hugeTexts = ['x'.repeat(40_000), '\u0001'.repeat(8192), '9'.repeat(8192), 'a b '.repeat(10_000)]

/** Text that the guest entered. */
const guestText = fc.nat(999).map((number) => `${marks.guest}${number}`)

/** Any code points and any code units. (fast-check's own strings take seconds to prepare.) */
const characters = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 8 }).map((points) => String.fromCodePoint(...points)),
  fc.array(fc.integer({ min: 0xd7f0, max: 0xe00f }), { maxLength: 4 }).map((units) => String.fromCharCode(...units)),
)

export const hostileText = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...texts) },
  {
    weight: 6,
    arbitrary: fc.oneof(
      guestText,
      guestText.map((text) => ` ${text}@x.org `),
      guestText.map((text) => `${text.toLowerCase()}\ud800`),
      guestText.map((text) => text.repeat(100)),
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(...typeNames) },
  { weight: 1, arbitrary: fc.constantFrom(...longTexts) },
  { weight: 2, arbitrary: characters },
)

const scalar = fc.oneof(
  { weight: 40, arbitrary: hostileText },
  { weight: 12, arbitrary: fc.constantFrom(...numbers) },
  { weight: 8, arbitrary: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })) },
  { weight: 5, arbitrary: fc.constantFrom(...writtenNumbers) },
  { weight: 10, arbitrary: fc.constantFrom(null, true, false) },
)

/** Unexpected keys. */
export const hostileKey = fc.oneof(
  fc.constantFrom(...prototypeNames, '', ' ', '0', '12', '_', '\ud800', '\u0000', 'id', 'name', 'code', 'label'),
  guestText,
)

const code = fc.oneof(
  fc.constantFrom<unknown>(1, '2', '007', '10', 'A', 'a-b', 'A b'),
  fc.constantFrom('pin', '__proto__', 'constructor', 'Card-Type', 'chargeResponse'),
  scalar,
)
const quantity = fc.oneof(fc.constantFrom<unknown>('18', '-2.50', 3, 0), scalar)
const expirations = fc.array(fc.record({ amount: quantity, expirationDate: scalar }), { maxLength: 2 })
const item = fc.record(
  {
    ...{ walletCode: code, name: hostileText, walletType: scalar, giftable: scalar, scale: quantity, expirations },
    ...{ balance: quantity, quantity, accrued: quantity, redeemed: quantity, question: hostileText, answer: scalar },
  },
  { requiredKeys: [] },
)

/** Lists like those of Paytronix: wallets, their contents, answers. */
const list = fc.array(item, { maxLength: 4 })

/** Objects with wallet codes as keys, or `<code>_label` and `<code>_balance`. */
const keyed = fc
  .array(fc.tuple(fc.oneof(code, hostileKey), fc.constantFrom('', '_label', '_balance'), scalar), { maxLength: 4 })
  .map((entries) => Object.fromEntries(entries.map(([key, suffix, value]) => [`${key}${suffix}`, value])))

export const hostileList = fc.oneof(list, keyed)

/** Values about as deep as the limit for bodies. */
const deep = fc.integer({ min: 28, max: 36 }).map((levels) => {
  let value: unknown = marks.guest
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value }
  return value
})

/** An unexpected value for any place. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 100, arbitrary: scalar },
  { weight: 28, arbitrary: hostileList },
  { weight: 8, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 4, arbitrary: fc.constantFrom<unknown>([], {}, [[]], [null], [[['1']]], [{}], { a: {} }) },
  { weight: 3, arbitrary: deep },
  { weight: 1, arbitrary: fc.constantFrom(...hugeTexts) },
)
