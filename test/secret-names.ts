/** The documented names under which nothing leaves. */
export const secretKeys = [
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
  'regionEventAccessToken',
  'authentication',
  'verificationCode',
  'smsVerificationCode',
  'shortCardNumber',
  'expDate',
  'lastFour',
  'cardType',
]
export const secretSections = ['paymentMethod', 'metadata']
const processorKeys = ['processor', 'processorAuthCode', 'processorReferenceNumber', 'processorResponseMessage']
export const secretNames = [...secretKeys, ...secretSections, ...processorKeys]
