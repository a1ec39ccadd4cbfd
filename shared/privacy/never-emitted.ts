import { fromJsonText } from '../json/json-text'
import { foldName, isIgnored } from '../json/keys'
import { memo } from '../json/memo'
import { isObject } from '../json/values'
import { wordList } from '../json/word-list'
import { eventTimeNames, otherTimeNames } from './time-names'

/**
 * Keys whose values never leave, whatever a mapping or setting says: card secrets, credentials and payment-card data.
 * Compared by letters and digits, without case.
 */
export const neverEmittedKeys: readonly string[] = [
  ...wordList('pin password magstripe track1 track2 cvv cvc securityCode registrationCode cardRegCode oauthTokens'),
  ...wordList('accessToken refreshToken token paymentToken regionEventAccessToken authentication verificationCode'),
  ...wordList('smsVerificationCode shortCardNumber expDate lastFour cardType paymentMethod metadata'),
]

const secrets: ReadonlySet<string> = new Set(neverEmittedKeys.map(foldName))

/** Whether values under a key leave: never, of a charge its allowed members, or all. Some keys are ignored everywhere. */
export type KeyKind = 'secret' | 'ignored' | 'charge' | 'usable'

export const kindOfKey = memo((key: string): KeyKind => {
  if (isIgnored(key)) return 'ignored'
  const name = foldName(key)
  if (secrets.has(name) || name.startsWith('processor')) return 'secret'
  return name === 'chargeresponse' ? 'charge' : 'usable'
})

/** Whether values under this key never leave (`pin`, `Track-1`, `processorAuthCode` …). */
export function isNeverEmitted(key: string): boolean {
  return kindOfKey(key) === 'secret'
}

/** Whether a key is a section of which only some members may leave: amount, state and date of a charge. */
export function isRestricted(key: string): boolean {
  return kindOfKey(key) === 'charge'
}

/** The amount, the state and the time of a charge, under every name that is read. */
const chargeMembers: ReadonlySet<string> = new Set(
  ['amount', 'rechargeAmount', 'transactionState', ...eventTimeNames, ...otherTimeNames].map(foldName),
)

/** Whether a member of a restricted section may leave. */
export function mayLeaveRestricted(key: string): boolean {
  return chargeMembers.has(foldName(key))
}

/** What may leave of a charge, or of a list of them; a scalar in its place does not. */
export function withinCharge(section: unknown): unknown {
  const value = fromJsonText(section)
  if (Array.isArray(value)) return value.map(withinCharge)
  if (!isObject(value)) return undefined
  return Object.fromEntries(Object.entries(value).filter(([key]) => mayLeaveRestricted(key)))
}

/** Whether a name taken from a body may become a key of what is emitted. */
export function isUsableAsKey(name: string): boolean {
  return kindOfKey(name) === 'usable'
}
