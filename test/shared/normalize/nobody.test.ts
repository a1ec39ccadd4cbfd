import { isNobodysEmail, isNobodysPhone, isOneDigitRepeated, nobody } from '../../../shared/normalize/nobody'

test.each<[id: string]>([
  ['null'],
  ['NULL'],
  ['undefined'],
  ['none'],
  ['nil'],
  ['NaN'],
  ['NA'],
  ['n/a'],
  ['true'],
  ['False'],
  ['anonymous'],
  ['Guest'],
  ['unknown'],
  ['<unknown>'],
  ['[object Object]'],
  ['0'],
  ['0000000000'],
  ['00000000-0000-0000-0000-000000000000'],
  ['{00000000-0000-0000-0000-000000000000}'],
  ['0.0'],
  ['-1'],
])('the id %p is nobody’s', (id) => expect(nobody(id)).toBe(true))

test.each<[id: string]>([
  ['62740915'],
  ['1'],
  ['-2'],
  ['-10'],
  ['01'],
  ['0049120000731584'],
  ['guest-1'],
  ['nullis'],
  ['dana'],
  ['test'],
  ['00000000-0000-0000-0000-000000000001'],
])('the id %p is somebody’s', (id) => expect(nobody(id)).toBe(false))

test.each<[number: string, expected: boolean]>([
  ['9999999999999999', true],
  ['1111', true],
  ['999-999-9999', true],
  ['(555) 555 5555', true],
  ['0000', true],
  ['7', false],
  ['9999999999999998', false],
  ['AAAA', false],
  ['', false],
])('isOneDigitRepeated(%p) is %p', (number, expected) => expect(isOneDigitRepeated(number)).toBe(expected))

test.each<[phone: string, countryCode: string, expected: boolean]>([
  ['9999999999', '1', true],
  ['+19999999999', '1', true],
  ['+1 (999) 999-9999', '1', true],
  ['+11111111111', '1', true],
  ['9999999', '1', true],
  ['+447777777777', '44', true],
  ['9999999999', 'none', true],
  ['+12075550142', '1', false],
  ['+19999999999', '44', false],
])('the phone %p is nobody’s, in the country %p: %p', (phone, countryCode, expected) => {
  expect(isNobodysPhone(phone, countryCode)).toBe(expected)
})

test.each<[address: string, expected: boolean]>([
  ['none@example.com', true],
  ['noemail@example.com', true],
  ['No-Email@example.com', true],
  ['noreply@example.com', true],
  ['no-reply@example.com', true],
  ['do.not.reply@example.com', true],
  ['n/a@example.com', true],
  ['unknown@example.com', true],
  ['anonymous@example.com', true],
  ['null@example.com', true],
  ['nonesuch@example.com', false],
  ['guest@example.com', false],
  ['dana@noreply.example.com', false],
  ['none', false],
])('isNobodysEmail(%p) is %p', (address, expected) => expect(isNobodysEmail(address)).toBe(expected))
