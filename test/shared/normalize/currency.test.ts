import { currency } from '../../../shared/normalize/currency'
import { noTextRows } from './no-text'

test.each<[value: unknown, expected: string | undefined]>([
  ['USD', 'USD'],
  ['usd', 'USD'],
  [' cAd ', 'CAD'],
])('currency(%p) is %p', (value, expected) => expect(currency(value)).toBe(expected))

test.each<[value: unknown, expected: string | undefined, reason: string]>([
  ['US', undefined, 'two letters'],
  ['USDT', undefined, 'four letters'],
  ['dollars', undefined, 'a word'],
  ['US$', undefined, 'a sign instead of a letter'],
  ['$', undefined, 'a sign, which many currencies share'],
  ['€', undefined, 'a sign'],
  ['U D', undefined, 'a blank instead of a letter'],
  ['840', undefined, 'digits'],
  ['ＵＳＤ', undefined, 'letters of another width'],
  ...noTextRows('USD'),
])('currency(%p) is %p: %s', (value, expected) => expect(currency(value)).toBe(expected))

test('a string of over 8,192 bytes is unreadable, whatever it says', () => {
  expect(currency(`${' '.repeat(9000)}USD`)).toBe(undefined)
})
