import fc from 'fast-check'
import { marks } from './marks'
import { prototypeNames, typeNames } from './names'

const two53 = 2 ** 53

/** Where numbers change their kind: safe integers, exponents, seconds and milliseconds, the years 2000 and 2100. */
const numbers = [
  ...[0, -0, 1, -1, 0.1, 1.5, 0.1 + 0.2, 1e-7, 5e-324, 1e21, 123456789012345680000, 1e308, -1e308],
  ...[two53 - 1, two53, two53 + 2, 1 - two53, -two53, 2 ** 31, 2 ** 63],
  ...[90, 90.000001, 180, -180.5, 946684799, 946684800, 4133980800, 99999999999, 1e11, 946684799999, 4133980800000],
]

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

const long = [8191, 8192, 8193].flatMap((bytes) => ['x'.repeat(bytes), 'é'.repeat(Math.ceil(bytes / 2))])
const huge = ['x'.repeat(40_000), '\u0001'.repeat(8192), '9'.repeat(8192), `${'a b '.repeat(10_000)}`]

/** What a guest may have told, in the forms in which it is read. */
const told = fc.nat(999).map((number) => `${marks.guest}${number}`)
const guestText = fc.oneof(
  told,
  told.map((text) => ` ${text}@x.org `),
  told.map((text) => `${text.toLowerCase()}\ud800`),
  told.map((text) => text.repeat(100)),
)

/** Text of any characters. (fast-check's own takes seconds to prepare.) */
const characters = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 8 })
  .map((points) => String.fromCodePoint(...points))

/** Text of code units that make no characters. */
const surrogates = fc
  .array(fc.integer({ min: 0xd7f0, max: 0xe00f }), { maxLength: 4 })
  .map((units) => String.fromCharCode(...units))

export const hostileText = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...texts) },
  { weight: 6, arbitrary: guestText },
  { weight: 2, arbitrary: fc.constantFrom(...typeNames) },
  { weight: 1, arbitrary: fc.constantFrom(...long) },
  { weight: 2, arbitrary: fc.oneof(characters, surrogates) },
)

/** Texts that are too long for almost anything. Few, as they take time. */
const hugeText = fc.constantFrom(...huge)

const hostileNumber = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...numbers) },
  { weight: 1, arbitrary: fc.integer() },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
)

/** Numbers as text writes them, which no value can be written as: between angle brackets, see `requests.ts`. */
const writtenNumber = fc.constantFrom('⟨-0⟩', '⟨1e400⟩', '⟨-1E400⟩', '⟨1.0⟩', '⟨9007199254740993⟩', '⟨1e-400⟩')

const scalar = fc.oneof(
  { weight: 8, arbitrary: hostileText },
  { weight: 4, arbitrary: hostileNumber },
  { weight: 1, arbitrary: writtenNumber },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false) },
)

/** Keys that nobody expects. */
export const hostileKey = fc.oneof(
  fc.constantFrom(...prototypeNames, '', ' ', '0', '12', '_', '\ud800', '\u0000', 'id', 'name', 'code', 'label'),
  told,
)

const codes = fc.oneof(
  fc.constantFrom<unknown>(1, '2', '007', '10', 'A', 'a-b', 'A b'),
  fc.constantFrom('pin', '__proto__', 'constructor', 'Card-Type', 'chargeResponse'),
  scalar,
)
const quantities = fc.oneof(fc.constantFrom<unknown>('18', '-2.50', 3, 0), scalar)

/** Lists of what Paytronix lists: wallets, contents, expirations, answers. */
export const listed = fc.array(
  fc.record(
    {
      walletCode: codes,
      name: hostileText,
      balance: quantities,
      quantity: quantities,
      accrued: quantities,
      redeemed: quantities,
      walletType: scalar,
      scale: quantities,
      giftable: scalar,
      question: hostileText,
      answer: scalar,
      expirations: fc.array(fc.record({ amount: quantities, expirationDate: scalar }), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
  { maxLength: 4 },
)

/** Objects whose keys are codes of wallets, or `<code>_label` and `<code>_balance`. */
export const keyed = fc
  .array(fc.tuple(fc.oneof(codes, hostileKey), fc.constantFrom('', '_label', '_balance'), scalar), { maxLength: 4 })
  .map((entries) => Object.fromEntries(entries.map(([code, suffix, value]) => [`${code}${suffix}`, value])))

/** As deep as a body may be, and around that. */
const deep = fc.integer({ min: 28, max: 36 }).map((levels) => {
  let value: unknown = marks.guest
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value }
  return value
})

/** A value in a place where something else was expected. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 100, arbitrary: scalar },
  { weight: 16, arbitrary: listed },
  { weight: 12, arbitrary: keyed },
  { weight: 8, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 4, arbitrary: fc.constantFrom<unknown>([], {}, [[]], [null], [[['1']]], [{}], { a: {} }) },
  { weight: 3, arbitrary: deep },
  { weight: 1, arbitrary: hugeText },
)
