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
  'processor',
  'processorAuthCode',
  'processorReferenceNumber',
  'processorResponseCode',
  'processor_response_message',
  'Processor-Anything',
  'PROCESSOR',
  'access_token',
  'refresh_token',
  'exp-date',
  'Last Four',
  'P.I.N.',
  'to\u212aen',
])('%p is never emitted', (name) => expect(isNeverEmitted(name)).toBe(true))

test.each([
  '',
  'pinned',
  'shipping',
  'pinCode',
  'tokens',
  'track',
  'track3',
  'cardNumber',
  'printedCardNumber',
  'maskedCardNumber',
  'cardTemplateCode',
  'code',
  'storeCode',
  'expirationDate',
  'paymentMethods',
  'theProcessor',
  'preprocessor',
  'data',
  'amount',
  'referralCode',
  'number',
])('%p may be emitted', (name) => expect(isNeverEmitted(name)).toBe(false))

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

test.each<[name: string, usable: boolean]>([
  ['12', true],
  ['Gold', true],
  ['pin', false],
  ['Access Token', false],
  ['__proto__', false],
  ['charge_response', false],
])('isUsableAsKey(%p) is %p', (name, usable) => expect(isUsableAsKey(name)).toBe(usable))
