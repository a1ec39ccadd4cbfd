import { allowedMembers, isNeverEmitted } from '../../../shared/privacy/never-emitted'

/** As the specification lists them. */
const listed = [
  'pin',
  'password',
  'magstripe',
  'track1',
  'track2',
  'cvv',
  'cvc',
  'securityCode',
  'registrationCode',
  'cardRegCode',
  'oauthTokens',
  'accessToken',
  'refreshToken',
  'token',
  'paymentToken',
  'authentication',
  'verificationCode',
  'smsVerificationCode',
  'shortCardNumber',
  'expDate',
  'lastFour',
  'cardType',
  'paymentMethod',
  'metadata',
]

const words = (name: string) => name.replace(/(?<=[a-z])(?=[A-Z\d])/g, ' ')

test.each(listed)('%s is never emitted, in any case or punctuation', (name) => {
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
  'of %s only amount, state and date may leave',
  (section) => {
    const times = ['timestamp', 'eventTime', 'eventDatetime', 'eventTimestamp', 'occurredAt', 'transactionDatetime']
    const members = ['amount', 'rechargeAmount', 'transactionState', ...times, 'checkinTime', 'datetime']
    expect(allowedMembers(section)).toEqual(
      new Set([...members, 'posTransactionDatetime'].map((member) => member.toLowerCase())),
    )
  },
)

test.each(['transaction', 'headerInfo', 'charge', 'response', 'chargeResponses', ''])(
  'of %p every member may leave',
  (section) => expect(allowedMembers(section)).toBe(undefined),
)
