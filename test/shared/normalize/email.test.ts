import { email } from '../../../shared/normalize/email'

test.each<[value: unknown, expected: string | undefined]>([
  ['dana@example.com', 'dana@example.com'],
  [' Dana.Whitcombe@Example.COM\n', 'dana.whitcombe@example.com'],
  ['dana+loyalty@example.com', 'dana+loyalty@example.com'],
  ["d'ana_1@sub.example.co.uk", "d'ana_1@sub.example.co.uk"],
  ['DANA@MÜLLER.DE', 'dana@müller.de'],
  ['dana@localhost', 'dana@localhost'],
  ['n/a', undefined],
  ['none', undefined],
  ['dana', undefined],
  ['dana.example.com', undefined],
  ['@example.com', undefined],
  ['dana@', undefined],
  ['@', undefined],
  ['dana@@example.com', undefined],
  ['a@b@example.com', undefined],
  ['dana @example.com', undefined],
  ['dana@example.com, x@example.com', undefined],
  ['', undefined],
  [' ', undefined],
  [null, undefined],
  [undefined, undefined],
  [7, undefined],
  [Number.NaN, undefined],
  [Number.POSITIVE_INFINITY, undefined],
  [true, undefined],
  [[], undefined],
  [['dana@example.com'], undefined],
  [{}, undefined],
  [{ email: 'dana@example.com' }, undefined],
])('email(%p) is %p', (value, expected) => expect(email(value)).toBe(expected))

test.each<[sentence: string, value: string, isRead: boolean]>([
  ['an address of 8,192 bytes is read', `${'a'.repeat(8180)}@example.com`, true],
  ['an address of 8,193 bytes is too long', `${'a'.repeat(8181)}@example.com`, false],
  ['an address of 4,096 characters of two bytes is too long', `${'é'.repeat(4096)}@example.com`, false],
])('%s', (_, value, isRead) => expect(email(value)).toBe(isRead ? value : undefined))
