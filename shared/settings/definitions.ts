import { type Settings, userIdSources } from './settings'

/** A setting as Segment's interface and Public API take it: all six fields are required there. */
export interface SettingDefinition {
  readonly name: string
  readonly label: string
  readonly description: string
  readonly type: 'STRING' | 'BOOLEAN' | 'ARRAY' | 'TEXT_MAP'
  readonly required: boolean
  readonly sensitive: boolean
}

/** Every setting, once; Segment's interface, the Public API payload and the documentation derive from this. */
export const settingDefinitions = [
  {
    name: 'sharedSecret',
    label: 'Shared secret',
    description:
      'When set, each request must carry it: as Bearer token, Basic password, header X-Paytronix-Secret or query parameter secret. To change it without losing a webhook, enter the old and the new secret with a space between them: both are accepted.',
    type: 'STRING',
    required: false,
    sensitive: true,
  },
  {
    name: 'merchantId',
    label: 'Merchant id',
    description:
      'Your Paytronix merchant id, for events that do not name one. Ids are made with it, so set it before you go live.',
    type: 'STRING',
    required: false,
    sensitive: false,
  },
  {
    name: 'userIdFrom',
    label: 'User id from',
    description: `Where the userId comes from; the first usable one wins. Allowed: ${userIdSources.join(', ')}. Default: userId, accountId.`,
    type: 'ARRAY',
    required: false,
    sensitive: false,
  },
  {
    name: 'placeholders',
    label: 'Placeholders',
    description:
      'Ids, cards, e-mails and phones that belong to no guest, such as a house card or the e-mail of a till.',
    type: 'ARRAY',
    required: false,
    sensitive: false,
  },
  {
    name: 'timeZone',
    label: 'Time zone',
    description: 'IANA time zone of times that have no offset. Default: America/New_York.',
    type: 'STRING',
    required: false,
    sensitive: false,
  },
  {
    name: 'dateOrder',
    label: 'Date order',
    description: 'How 7/8/2025 is read: mdy (default, July 8) or dmy (August 7).',
    type: 'STRING',
    required: false,
    sensitive: false,
  },
  {
    name: 'phoneCountryCode',
    label: 'Phone country code',
    description: 'Country code for phones that have none, digits only. Default: 1. With none, phones stay as sent.',
    type: 'STRING',
    required: false,
    sensitive: false,
  },
  {
    name: 'cardNumber',
    label: 'Card number',
    description: 'How card numbers are sent: plain (default), last4 ("…1234"), hash (SHA-256) or omit.',
    type: 'STRING',
    required: false,
    sensitive: false,
  },
  {
    name: 'identify',
    label: 'Identify calls',
    description:
      'When to send identify calls: always (default), profile (only for registrations and Identify Customer) or never.',
    type: 'STRING',
    required: false,
    sensitive: false,
  },
  {
    name: 'orders',
    label: 'Orders',
    description:
      'off (default), or track: a POS Activity with a total also sends Order Completed, unless it was voided, denied or refunded.',
    type: 'STRING',
    required: false,
    sensitive: false,
  },
  {
    name: 'eventNames',
    label: 'Event names',
    description: 'New names for events: the documented name on the left, yours on the right.',
    type: 'TEXT_MAP',
    required: false,
    sensitive: false,
  },
  {
    name: 'unknownEvents',
    label: 'Unknown events',
    description: 'reject (default), or track: events of an unknown type are tracked under their own name.',
    type: 'STRING',
    required: false,
    sensitive: false,
  },
  {
    name: 'keepBodies',
    label: 'Keep bodies',
    description:
      'none (default); rejected: rejected events are tracked as "Paytronix Event Rejected", with their body; all: accepted events too, as "Paytronix Event Received".',
    type: 'STRING',
    required: false,
    sensitive: false,
  },
  {
    name: 'omit',
    label: 'Omit',
    description: 'Properties and traits that are never sent, such as birthday, address, survey_answers.',
    type: 'ARRAY',
    required: false,
    sensitive: false,
  },
] as const satisfies readonly (SettingDefinition & { name: keyof Settings })[]
