import { namesOf } from '../declare/property'
import { foldLetters, keyOf } from '../json/keys'
import { eventTime } from '../properties/own'

/**
 * Keys whose values never leave, whatever a mapping or setting says: card secrets, credentials and
 * payment-card data. Compared in any case and punctuation.
 */
export const neverEmittedKeys = [
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
] as const

/** Sections of which only the named members may leave: all that is read of them. */
const restrictedSections: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['chargeresponse', new Set(['amount', 'rechargeAmount', 'transactionState', ...namesOf(eventTime)].map(foldLetters))],
])

const forbidden: ReadonlySet<string> = new Set(neverEmittedKeys.map(foldLetters))

/** Whether values under this key never leave (`pin`, `Track-1`, `processorAuthCode` …). */
export function isNeverEmitted(key: string): boolean {
  const { letters } = keyOf(key)
  return forbidden.has(letters) || letters.startsWith('processor')
}

/** Whether a name taken from a body may become a key of what is emitted. */
export function isUsableAsKey(name: string): boolean {
  return !keyOf(name).ignored && !isNeverEmitted(name) && allowedMembers(name) === undefined
}

/** The only members of this section that may leave, or undefined when all may. */
export function allowedMembers(section: string): ReadonlySet<string> | undefined {
  return restrictedSections.get(keyOf(section).letters)
}
