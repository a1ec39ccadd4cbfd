import type { Destination } from './destination'
import { input, leftOut, path } from './mapping'
import { addressedConsents, reachable } from './triggers'

const list = input('List id')

/** The same keys in every call, so that all of them meet the same profile. */
const profile = {
  external_id: path('$.userId'),
  email: path('$.context.traits.email'),
  phone_number: path('$.context.traits.phone'),
}

const email = { email: path('$.context.traits.email'), phone_number: leftOut, list_id: list }
const phone = { email: leftOut, phone_number: path('$.context.traits.phone'), list_id: list }

export const klaviyo: Destination = {
  slug: 'klaviyo',
  name: 'Klaviyo',
  metadataId: '650bdf1a62fb34ef0a8058e1',
  settings: { api_key: 'key' },
  suggested: ['upsertProfile', 'trackEvent'],
  byDefault:
    'nothing is set up. With the suggested mappings, guests without an e-mail address are refused, and so are all events, as nothing says whose they are; no phone, postal code or other trait arrives, and no subscription state.',
  subscriptions: [
    {
      name: 'Guests',
      action: 'upsertProfile',
      trigger: reachable.guests,
      mapping: {
        external_id: path('$.userId'),
        phone_number: path('$.traits.phone'),
        properties: path('$.traits'),
        location: {
          address1: path('$.traits.address.street'),
          city: path('$.traits.address.city'),
          region: path('$.traits.address.state'),
          zip: path('$.traits.address.postalCode'),
          country: path('$.traits.address.country'),
        },
      },
    },
    // Only an order has a revenue: the total of a check may have been voided.
    {
      name: 'Events',
      action: 'trackEvent',
      trigger: reachable.events,
      mapping: { profile, value: path('$.properties.revenue') },
    },
    {
      name: 'Email opt-in',
      consent: 'email',
      action: 'subscribeProfile',
      trigger: addressedConsents.emailYes,
      mapping: email,
    },
    {
      name: 'Email opt-out',
      consent: 'email',
      action: 'unsubscribeProfile',
      trigger: addressedConsents.emailNo,
      mapping: email,
    },
    {
      name: 'SMS opt-in',
      consent: 'SMS',
      action: 'subscribeProfile',
      trigger: addressedConsents.smsYes,
      mapping: phone,
    },
    {
      name: 'SMS opt-out',
      consent: 'SMS',
      action: 'unsubscribeProfile',
      trigger: addressedConsents.smsNo,
      mapping: phone,
    },
  ],
  notes: [
    'Enter the id of a list; its opt-in process (single or double) applies.',
    'A guest without an e-mail address or a phone cannot be subscribed; the profile has `email_opt_in` and `text_opt_in` all the same.',
    'Set `orders` to `track`, and Klaviyo counts `Order Completed` as revenue. A POS Activity has no value there, as it may have been voided.',
    'A guest who says no to text messages at registration gets no transactional ones either: Klaviyo ends both.',
    'A card without a guest is not sent: Klaviyo could not join it to the guest later.',
    'Phones must be international: with `phoneCountryCode` set to `none`, Klaviyo refuses the others.',
  ],
}
