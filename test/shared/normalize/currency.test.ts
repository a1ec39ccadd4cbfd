import { currency } from '../../../shared/normalize/currency'

test.each<[value: unknown, expected: string | undefined]>([
  ['USD', 'USD'],
  ['usd', 'USD'],
  [' cAd ', 'CAD'],
  ['US', undefined],
  ['USDT', undefined],
  ['dollars', undefined],
  ['US$', undefined],
  ['$', undefined],
  ['€', undefined],
  ['U D', undefined],
  ['840', undefined],
  ['ＵＳＤ', undefined],
  ['', undefined],
  [' ', undefined],
  [null, undefined],
  [undefined, undefined],
  [840, undefined],
  [Number.NaN, undefined],
  [true, undefined],
  [[], undefined],
  [['USD'], undefined],
  [{}, undefined],
  [{ code: 'USD' }, undefined],
])('currency(%p) is %p', (value, expected) => expect(currency(value)).toBe(expected))

test('a string of over 8,192 bytes is unreadable, whatever it says', () => {
  expect(currency(`${' '.repeat(9000)}USD`)).toBe(undefined)
})
