import { namesOf } from '../../../shared/declare/property'
import { isNeverEmitted, isRestricted, isUsableAsKey, mayLeaveRestricted } from '../../../shared/privacy/never-emitted'
import { eventTime, otherTime } from '../../../shared/properties/own'
import { secretKeys, secretSections } from '../../secret-names'

const words = (name: string) => name.replace(/(?<=[a-z])(?=[A-Z\d])/g, ' ')

test.each([...secretKeys, ...secretSections])('%s is never emitted, in any case or punctuation', (name) => {
  const spellings = [
    name,
    name.toLowerCase(),
    name.toUpperCase(),
    words(name),
    words(name).replaceAll(' ', '_'),
    words(name).replaceAll(' ', '-').toUpperCase(),
    words(name).replaceAll(' ', '.'),
    `_${name}_`,
    `${name}:`,
    [...name].join('\u200b'),
  ]
  expect(spellings.filter((spelling) => !isNeverEmitted(spelling))).toEqual([])
})

test.each([
  ['processor', 'the name itself'],
  ['processorAuthCode', 'what begins with processor'],
  ['processorReferenceNumber', 'what begins with processor'],
  ['processorResponseCode', 'what begins with processor'],
  ['processor_response_message', 'in another spelling'],
  ['Processor-Anything', 'in another spelling'],
  ['PROCESSOR', 'in another case'],
  ['access_token', 'with an underscore'],
  ['refresh_token', 'with an underscore'],
  ['exp-date', 'with a dash'],
  ['Last Four', 'with a blank'],
  ['P.I.N.', 'with points'],
  ['to\u212aen', 'the sign of Kelvin is a k in lower case'],
])('%p is never emitted: %s', (name) => expect(isNeverEmitted(name)).toBe(true))

test.each([
  ['', 'no name'],
  ['pinned', 'another word'],
  ['shipping', 'another word'],
  ['pinCode', 'only pin itself is on the list'],
  ['tokens', 'only token and oauthTokens are on the list'],
  ['track', 'only track1 and track2 are on the list'],
  ['track3', 'only track1 and track2 are on the list'],
  ['cardNumber', 'the loyalty card'],
  ['printedCardNumber', 'the loyalty card'],
  ['maskedCardNumber', 'only shortCardNumber is on the list'],
  ['cardTemplateCode', 'of a card only cardType is on the list'],
  ['code', 'no code that is on the list'],
  ['storeCode', 'no code that is on the list'],
  ['expirationDate', 'only expDate is on the list'],
  ['paymentMethods', 'the plural is another name'],
  ['theProcessor', 'does not begin with processor'],
  ['preprocessor', 'does not begin with processor'],
  ['data', 'nothing secret'],
  ['amount', 'nothing secret'],
  ['referralCode', 'no code that is on the list'],
  ['number', 'nothing secret'],
])('%p may be emitted: %s', (name) => expect(isNeverEmitted(name)).toBe(false))

test.each(['chargeResponse', 'charge_response', 'ChargeResponse', 'CHARGE-RESPONSE'])(
  '%s is a section of which only some members may leave',
  (section) => expect(isRestricted(section)).toBe(true),
)

test.each(['transaction', 'headerInfo', 'charge', 'response', 'chargeResponses', ''])(
  'of %p every member may leave',
  (section) => expect(isRestricted(section)).toBe(false),
)

const times = [...namesOf(eventTime), ...namesOf(otherTime)]

test.each(['amount', 'rechargeAmount', 'transactionState', 'Transaction_State', 'event time', ...times])(
  'the amount, the state and the time of a charge may leave: %s',
  (name) => expect(mayLeaveRestricted(name)).toBe(true),
)

test.each([
  ...['cardNumber', 'id', 'orderId', 'account', 'authCode', 'state', 'amountToken', 'expirationDate', 'format'],
  ...['cardHolderSince', 'validDate', ''],
])('nothing else of a charge may leave: %p', (name) => expect(mayLeaveRestricted(name)).toBe(false))

test.each<[name: string, usable: boolean, reason: string]>([
  ['12', true, 'the code of a wallet'],
  ['Gold', true, 'the code of a wallet'],
  ['pin', false, 'never emitted'],
  ['Access Token', false, 'never emitted'],
  ['__proto__', false, 'a name of the prototype'],
  ['charge_response', false, 'a section of which only some members may leave'],
])('isUsableAsKey(%p) is %p: %s', (name, usable) => expect(isUsableAsKey(name)).toBe(usable))
