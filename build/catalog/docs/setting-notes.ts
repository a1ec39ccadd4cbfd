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

/** What else people need to know of a setting, as Markdown. */
export const settingNotes: Partial<Readonly<Record<SettingName, string>>> = {
  sharedSecret:
    'Remove the old secret when Paytronix sends the new one. No webhook is lost. Everybody who knows the webhook URL can send events, so set a secret.',
  merchantId:
    'If only some of your events name their merchant, one card gets two ids without this setting: one with the merchant and one without.',
  timeZone: `Paytronix documents some times without an offset as US Eastern, but its own open-source code reads others as UTC, and nothing is
known about notifications. So check the default: compare ${codes(['timestamp'])} with ${codes(['receivedAt'])} in Segment. If events lie four or five
hours in the future, the times are UTC: set it to ${codes(['UTC'])}. If you set ${codes(['UTC'])} and events are four or five hours late, the
times are Eastern. When the clock is set back, a repeated hour means the first of the two. When it is set forward, a skipped hour
moves forward. Without a readable time, Segment uses the time of receipt.`,
  phoneCountryCode: `Phones are sent in E.164: ${codes(['(207) 555-0100'])} becomes ${codes(['+12075550100'])}. Set it if your guests are not in the US or Canada.`,
  cardNumber: `With ${codes(['hash'])}, the SHA-256 is that of the merchant id and the number.`,
  omit: `${codes(['first_name'])} also means the trait ${codes(['firstName'])}, and so on.`,
}

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
