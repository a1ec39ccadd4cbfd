import { country } from '../../../shared/normalize/country'

test.each<[value: unknown, expected: string | undefined]>([
  ['US', 'US'],
  ['us', 'US'],
  [' gB ', 'GB'],
  ['USA', 'US'],
  ['usa', 'US'],
  ['CAN', 'CA'],
  ['Can', 'CA'],
  ['CA', 'CA'],
  ['mex', 'MEX'],
  ['GBR', 'GBR'],
  ['Canada', 'Canada'],
  ['united states', 'united states'],
  ['u', 'u'],
  ['U.S.', 'U.S.'],
  ['u.s.a.', 'u.s.a.'],
  ['u s', 'u s'],
  ['us1', 'us1'],
  ['840', '840'],
  ['', undefined],
  [' ', undefined],
  [null, undefined],
  [undefined, undefined],
  [840, undefined],
  [Number.NaN, undefined],
  [true, undefined],
  [[], undefined],
  [['US'], undefined],
  [{}, undefined],
  [{ code: 'US' }, undefined],
])('country(%p) is %p', (value, expected) => expect(country(value)).toBe(expected))

test.each<[sentence: string, value: string, isRead: boolean]>([
  ['2,730 characters of three bytes are read', '国'.repeat(2730), true],
  ['2,731 characters of three bytes are too many', '国'.repeat(2731), false],
  ['two letters among 9,000 blanks are too long', `us${' '.repeat(9000)}`, false],
])('%s', (_, value, isRead) => expect(country(value)).toBe(isRead ? value : undefined))
