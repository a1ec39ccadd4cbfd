import type { settingDefinitions } from '../../../shared/settings/definitions'
import { choices, userIdSources } from '../../../shared/settings/settings'
import { codes } from './markdown'

type SettingName = (typeof settingDefinitions)[number]['name']

/** An example value of each setting, for `segment.config.json`. */
export const settingExamples = {
  sharedSecret: { env: 'PAYTRONIX_SHARED_SECRET' },
  merchantId: '90417',
  userIdFrom: ['externalAccountCode', 'accountId'],
  placeholders: ['6000000000000001', 'till@example.com'],
  timeZone: 'America/Chicago',
  dateOrder: 'dmy',
  phoneCountryCode: '44',
  cardNumber: 'hash',
  identify: 'profile',
  orders: 'track',
  eventNames: { 'Check-In': 'Store Visit' },
  unknownEvents: 'track',
  keepBodies: 'rejected',
  omit: ['birthday', 'address', 'survey_answers'],
} as const satisfies Readonly<Record<SettingName, unknown>>

/** The allowed values of each setting, as Markdown. */
export const allowedValues: Readonly<Record<SettingName, string>> = {
  sharedSecret: 'any text; two secrets with a space between them are both accepted',
  merchantId: 'any text',
  userIdFrom: `any of ${codes(userIdSources)}; ${codes(['printedCardNumber'])} only while ${codes(['cardNumber'])} is ${codes(['plain'])}`,
  placeholders: 'ids, card numbers, e-mail addresses and phones; case, spaces and punctuation do not matter',
  timeZone: 'a name from the IANA time zone database',
  dateOrder: codes(choices.dateOrder),
  phoneCountryCode: `the digits of a country code, or ${codes(['none'])}`,
  cardNumber: codes(choices.cardNumber),
  identify: codes(choices.identify),
  orders: codes(choices.orders),
  eventNames: 'an [event](events.md) on the left, a name of at most 1,024 bytes on the right',
  unknownEvents: codes(choices.unknownEvents),
  keepBodies: codes(choices.keepBodies),
  omit: 'names of [properties](events.md#properties-of-every-event) and [traits](events.md#traits)',
}
