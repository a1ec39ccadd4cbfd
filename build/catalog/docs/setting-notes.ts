import type { settingDefinitions } from '../../../shared/settings/definitions'
import { choices, userIdSources } from '../../../shared/settings/settings'
import { codes } from './markdown'

type SettingName = (typeof settingDefinitions)[number]['name']

/** A value of each setting, as `segment.config.json` takes it. */
export const settingExamples = {
  sharedSecret: { env: 'PAYTRONIX_SHARED_SECRET' },
  merchantId: '90417',
  userIdFrom: ['externalAccountCode', 'accountId'],
  timeZone: 'America/Chicago',
  cardNumber: 'hash',
  identify: 'profile',
  eventNames: { 'Check-In': 'Store Visit' },
  unknownEvents: 'track',
  rejectedEvents: 'track',
  omit: ['birthday', 'address', 'survey_answers'],
} as const satisfies Readonly<Record<SettingName, unknown>>

/** What each setting may be, as Markdown. */
export const allowedValues: Readonly<Record<SettingName, string>> = {
  sharedSecret: 'any text',
  merchantId: 'any text',
  userIdFrom: `any of ${codes(userIdSources)}; ${codes(['printedCardNumber'])} only while ${codes(['cardNumber'])} is ${codes(['plain'])}`,
  timeZone: 'a name of the IANA time zone database',
  cardNumber: codes(choices.cardNumber),
  identify: codes(choices.identify),
  eventNames: 'on the left an [event](events.md), on the right a name of at most 1,024 bytes',
  unknownEvents: codes(choices.unknownEvents),
  rejectedEvents: codes(choices.rejectedEvents),
  omit: 'names of [properties](events.md#properties-of-every-event) and [traits](events.md#traits)',
}
