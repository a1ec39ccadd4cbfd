import { country } from '../../../shared/normalize/country'
import { noTextRows } from './no-text'

test.each<[value: unknown, expected: string | undefined]>([
  ['US', 'US'],
  ['us', 'US'],
  [' gB ', 'GB'],
])('country(%p) is %p', (value, expected) => expect(country(value)).toBe(expected))

test.each<[value: unknown, expected: string | undefined, reason: string]>([
  ['USA', 'US', 'three letters of a known country'],
  ['usa', 'US', 'three letters of a known country'],
  ['CAN', 'CA', 'three letters of a known country'],
  ['Can', 'CA', 'three letters of a known country'],
  ['CA', 'CA', 'two letters'],
  ['mex', 'MEX', 'three letters of another country'],
  ['GBR', 'GBR', 'three letters of another country'],
  ['Canada', 'CA', 'a known name'],
  ['CANADA', 'CA', 'a known name'],
  ['United States', 'US', 'a known name'],
  ['united states', 'US', 'a known name'],
  ['NA', 'NA', 'Namibia, not a word for nothing'],
  ['Mexico', 'Mexico', 'another name stays'],
  ['u', 'u', 'one letter is no code'],
  ['U.S.', 'U.S.', 'points make it no code'],
  ['u.s.a.', 'u.s.a.', 'points make it no code'],
  ['u s', 'u s', 'a blank makes it no code'],
  ['us1', 'us1', 'a digit makes it no code'],
  ['840', '840', 'digits are no code'],
  ...noTextRows('US'),
])('country(%p) is %p: %s', (value, expected) => expect(country(value)).toBe(expected))

test.each<[sentence: string, value: string, isRead: boolean]>([
  ['2,730 characters of three bytes are read', '国'.repeat(2730), true],
  ['2,731 characters of three bytes are too many', '国'.repeat(2731), false],
  ['two letters among 9,000 blanks are too long', `us${' '.repeat(9000)}`, false],
])('%s', (_, value, isRead) => expect(country(value)).toBe(isRead ? value : undefined))
