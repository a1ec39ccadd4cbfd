import { isNobodysEmail, isNobodysPhone, isOneDigitRepeated, nobody } from '../../../shared/normalize/nobody'

test.each<[id: string, reason: string]>([
  ['null', 'a word for nothing'],
  ['NULL', 'a word for nothing'],
  ['undefined', 'a word for nothing'],
  ['none', 'a word for nothing'],
  ['nil', 'a word for nothing'],
  ['NaN', 'a word for nothing'],
  ['NA', 'a word for nothing'],
  ['n/a', 'a word for nothing'],
  ['true', 'an answer, not an id'],
  ['False', 'an answer, not an id'],
  ['anonymous', 'a word for anybody'],
  ['Guest', 'a word for anybody'],
  ['unknown', 'a word for anybody'],
  ['<unknown>', 'a word for anybody, in brackets'],
  ['[object Object]', 'an object that was made text'],
  ['0', 'zeros alone'],
  ['0000000000', 'zeros alone'],
  ['00000000-0000-0000-0000-000000000000', 'zeros alone, as a UUID'],
  ['{00000000-0000-0000-0000-000000000000}', 'zeros alone, as a UUID in braces'],
  ['0.0', 'zeros alone'],
  ['-1', 'what programs write for none'],
])('the id %p is nobody’s: %s', (id) => expect(nobody(id)).toBe(true))

test.each<[id: string, reason: string]>([
  ['62740915', 'digits'],
  ['1', 'a small number'],
  ['-2', 'of negative numbers only −1 is nobody’s'],
  ['-10', 'of negative numbers only −1 is nobody’s'],
  ['01', 'not zeros alone'],
  ['0049120000731584', 'not zeros alone'],
  ['guest-1', 'more than a word for anybody'],
  ['nullis', 'more than a word for nothing'],
  ['dana', 'a name'],
  ['test', 'no word for anybody'],
  ['00000000-0000-0000-0000-000000000001', 'not zeros alone'],
])('the id %p is somebody’s: %s', (id) => expect(nobody(id)).toBe(false))

test.each<[number: string, expected: boolean, reason: string]>([
  ['9999999999999999', true, 'sixteen nines'],
  ['1111', true, 'four ones'],
  ['999-999-9999', true, 'dashes do not count'],
  ['(555) 555 5555', true, 'punctuation does not count'],
  ['0000', true, 'zeros, too'],
  ['7', false, 'one digit is not repeated'],
  ['9999999999999998', false, 'another digit at the end'],
  ['AAAA', false, 'a letter is no digit'],
  ['', false, 'no digit'],
])('isOneDigitRepeated(%p) is %p: %s', (number, expected) => expect(isOneDigitRepeated(number)).toBe(expected))

test.each<[phone: string, countryCode: string, expected: boolean, reason: string]>([
  ['9999999999', '1', true, 'as sent'],
  ['+19999999999', '1', true, 'behind the code of the country'],
  ['+1 (999) 999-9999', '1', true, 'punctuation does not count'],
  ['+11111111111', '1', true, 'the code is the same digit'],
  ['9999999', '1', true, 'no length is asked for'],
  ['+447777777777', '44', true, 'behind the code of the country'],
  ['9999999999', 'none', true, 'without a country'],
  ['+12075550142', '1', false, 'of several digits'],
  ['+19999999999', '44', false, 'the 1 is not the code of that country'],
])('the phone %p is nobody’s, in the country %p: %p, %s', (phone, countryCode, expected) => {
  expect(isNobodysPhone(phone, countryCode)).toBe(expected)
})

test.each<[address: string, expected: boolean, reason: string]>([
  ['none@example.com', true, 'a mailbox of nobody'],
  ['noemail@example.com', true, 'a mailbox of nobody'],
  ['No-Email@example.com', true, 'in any spelling'],
  ['noreply@example.com', true, 'a mailbox that nobody reads'],
  ['no-reply@example.com', true, 'a mailbox that nobody reads'],
  ['do.not.reply@example.com', true, 'in any spelling'],
  ['n/a@example.com', true, 'a word for nothing'],
  ['unknown@example.com', true, 'a mailbox of nobody'],
  ['anonymous@example.com', true, 'a mailbox of nobody'],
  ['null@example.com', true, 'a word for nothing'],
  ['nonesuch@example.com', false, 'more than a word for nothing'],
  ['guest@example.com', false, 'a mailbox that a person may have'],
  ['dana@noreply.example.com', false, 'a domain does not count'],
  ['none', false, 'no @'],
])('isNobodysEmail(%p) is %p: %s', (address, expected) => expect(isNobodysEmail(address)).toBe(expected))
