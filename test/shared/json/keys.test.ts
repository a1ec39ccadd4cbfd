import { foldName, isIgnored } from '../../../shared/json/keys'

test.each<[spelling: string, name: string]>([
  ['printed_card_number', 'printedcardnumber'],
  ['printedCardNumber', 'printedcardnumber'],
  ['PRINTED-CARD-NUMBER', 'printedcardnumber'],
  ['Printed Card Number', 'printedcardnumber'],
  ['store.name', 'storename'],
  ['1_balance', '1balance'],
  [' Check – In! ', 'checkin'],
  ['Add/Redeem', 'addredeem'],
  ['add & redeem', 'addredeem'],
  ['p\u200bi\u00adn', 'pin'],
  ['Café №2', 'café2'],
  ['登録', '登録'],
  ['', ''],
  ['-/_ ', ''],
])('every spelling is one name: %p is %p', (spelling, name) => expect(foldName(spelling)).toBe(name))

test.each<[one: string, other: string, reason: string]>([
  ['café', 'cafe', 'an accent counts'],
  ['names', 'name', 'a letter at the end counts'],
  ['track1', 'track2', 'a digit counts'],
])('%p and %p are two names: %s', (one, other) => expect(foldName(one)).not.toBe(foldName(other)))

test.each<[key: string, ignored: boolean, reason: string]>([
  ['__proto__', true, 'reaches the prototype'],
  ['constructor', true, 'reaches the prototype'],
  ['prototype', true, 'reaches the prototype'],
  ['proto', false, 'another name'],
  ['toString', false, 'is inherited, but leads to no prototype'],
  ['hasOwnProperty', false, 'is inherited, but leads to no prototype'],
  ['Constructor', false, 'case counts, as JavaScript has it'],
  ['', false, 'no name'],
])('isIgnored(%p) is %p: %s', (key, ignored) => expect(isIgnored(key)).toBe(ignored))

test('ten thousand invented keys change no answer', () => {
  for (let index = 0; index < 10_000; index++) foldName(`invented_${index}`)
  expect([foldName('invented_9999'), foldName('invented_0')]).toEqual(['invented9999', 'invented0'])
})
