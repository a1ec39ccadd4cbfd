import { state } from '../../../shared/normalize/state'

test.each<[value: unknown, expected: string | undefined]>([
  ['ME', 'ME'],
  ['me', 'ME'],
  [' nS ', 'NS'],
])('state(%p) is %p', (value, expected) => expect(state(value)).toBe(expected))

test.each<[value: unknown, expected: string | undefined, reason: string]>([
  ['Maine', 'Maine', 'a name stays'],
  ['nsw', 'nsw', 'three letters stay'],
  ['m', 'm', 'one letter stays'],
  ['m.', 'm.', 'a point is no letter'],
  ['m e', 'm e', 'a blank is no letter'],
  ['m1', 'm1', 'a digit is no letter'],
  ['04', '04', 'digits stay'],
  ['🦞', '🦞', 'two code units that are no letters'],
  ['', undefined, 'blank'],
  [' ', undefined, 'blank'],
  [null, undefined, 'nothing'],
  [undefined, undefined, 'nothing'],
  [4, undefined, 'a number'],
  [Number.NaN, undefined, 'no number'],
  [true, undefined, 'a boolean'],
  [[], undefined, 'a list'],
  [['me'], undefined, 'a list'],
  [{}, undefined, 'an object'],
  [{ code: 'me' }, undefined, 'an object'],
])('state(%p) is %p: %s', (value, expected) => expect(state(value)).toBe(expected))

test.each<[sentence: string, value: string, isRead: boolean]>([
  ['4,096 characters of two bytes are read', 'é'.repeat(4096), true],
  ['4,097 characters of two bytes are too many', 'é'.repeat(4097), false],
  ['two letters among 9,000 blanks are too long', `me${' '.repeat(9000)}`, false],
])('%s', (_, value, isRead) => expect(state(value)).toBe(isRead ? value : undefined))
