import { state } from '../../../shared/normalize/state'

test.each<[value: unknown, expected: string | undefined]>([
  ['ME', 'ME'],
  ['me', 'ME'],
  [' nS ', 'NS'],
  ['Maine', 'Maine'],
  ['nsw', 'nsw'],
  ['m', 'm'],
  ['m.', 'm.'],
  ['m e', 'm e'],
  ['m1', 'm1'],
  ['04', '04'],
  ['🦞', '🦞'],
  ['', undefined],
  [' ', undefined],
  [null, undefined],
  [undefined, undefined],
  [4, undefined],
  [Number.NaN, undefined],
  [true, undefined],
  [[], undefined],
  [['me'], undefined],
  [{}, undefined],
  [{ code: 'me' }, undefined],
])('state(%p) is %p', (value, expected) => expect(state(value)).toBe(expected))

test.each<[sentence: string, value: string, isRead: boolean]>([
  ['4,096 characters of two bytes are read', 'é'.repeat(4096), true],
  ['4,097 characters of two bytes are too many', 'é'.repeat(4097), false],
  ['two letters among 9,000 blanks are too long', `me${' '.repeat(9000)}`, false],
])('%s', (_, value, isRead) => expect(state(value)).toBe(isRead ? value : undefined))
