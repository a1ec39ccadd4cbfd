import { foldLetters, foldName, keyOf } from '../../../shared/json/keys'

test.each<[spelling: string, name: string]>([
  ['printed_card_number', 'printedcardnumber'],
  ['printedCardNumber', 'printedcardnumber'],
  ['PrintedCardNumber', 'printedcardnumber'],
  ['printedcardnumber', 'printedcardnumber'],
  ['PRINTED_CARD_NUMBER', 'printedcardnumber'],
  ['email', 'email'],
  ['1_balance', '1balance'],
  ['', ''],
])('every spelling is one name: %p is %p', (spelling, name) => expect(foldName(spelling)).toBe(name))

test.each<[one: string, other: string]>([
  ['pos-transaction', 'posTransaction'],
  ['store name', 'storeName'],
  ['store.name', 'storeName'],
  ['café', 'cafe'],
  ['names', 'name'],
])('%p and %p are two names', (one, other) => expect(foldName(one)).not.toBe(foldName(other)))

test.each<[text: string, letters: string]>([
  ['Check-In', 'checkin'],
  ['CHECK IN', 'checkin'],
  ['check_in', 'checkin'],
  ['checkIn', 'checkin'],
  [' Check – In! ', 'checkin'],
  ['Add/Redeem', 'addredeem'],
  ['add & redeem', 'addredeem'],
  ['Track 1', 'track1'],
  ['p.i.n', 'pin'],
  ['p\u200bi\u00adn', 'pin'],
  ['pin$', 'pin'],
  ['Café №2', 'café2'],
  ['登録', '登録'],
  ['', ''],
  ['-/_ ', ''],
])('foldLetters(%p) is %p', (text, letters) => expect(foldLetters(text)).toBe(letters))

test.each<[key: string, ignored: boolean]>([
  ['__proto__', true],
  ['constructor', true],
  ['prototype', true],
  ['proto', false],
  ['toString', false],
  ['hasOwnProperty', false],
  ['Constructor', false],
  ['', false],
])('keyOf(%p).ignored is %p', (key, ignored) => expect(keyOf(key).ignored).toBe(ignored))

test('a key is described in all its forms, the same each time', () => {
  const description = { name: 'track-1', letters: 'track1', ignored: false }
  expect(keyOf('Track_-1')).toEqual(description)
  expect(keyOf('Track_-1')).toEqual(description)
})

test('ten thousand invented keys change no answer', () => {
  for (let index = 0; index < 10_000; index++) keyOf(`invented_${index}`)
  expect(keyOf('invented_9999').name).toBe('invented9999')
  expect(keyOf('invented_0').name).toBe('invented0')
})
